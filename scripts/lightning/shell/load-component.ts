export type ComponentConstructor = new () => HTMLElement;

/** The import map knows every component of the project. */
export async function loadComponent(name: string): Promise<ComponentConstructor> {
  const specifier = `c/${name}`;
  const module = (await import(specifier)) as { default: ComponentConstructor };
  return module.default;
}
