export type ComponentConstructor = new () => HTMLElement;

let loading = 0;

/** How many components have been asked for and have not come yet. */
export const componentsLoading = (): number => loading;

/** The import map knows every component of the project. */
export async function loadComponent(name: string): Promise<ComponentConstructor> {
  const specifier = `c/${name}`;
  loading += 1;
  try {
    const module = (await import(specifier)) as { default: ComponentConstructor };
    return module.default;
  } finally {
    loading -= 1;
  }
}
