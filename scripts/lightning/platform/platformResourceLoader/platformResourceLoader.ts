const loads = new Map<string, Promise<void>>();

function once(url: string, make: () => HTMLElement): Promise<void> {
  let load = loads.get(url);
  if (load === undefined) {
    load = new Promise<void>((resolve, reject) => {
      const element = make();
      element.addEventListener('load', () => resolve());
      element.addEventListener('error', () => reject(new Error(`Failed to load ${url}`)));
      document.head.append(element);
    });
    loads.set(url, load);
  }
  return load;
}

export function loadScript(_component: unknown, url: string): Promise<void> {
  return once(url, () => Object.assign(document.createElement('script'), { src: url }));
}

export function loadStyle(_component: unknown, url: string): Promise<void> {
  return once(url, () => Object.assign(document.createElement('link'), { rel: 'stylesheet', href: url }));
}
