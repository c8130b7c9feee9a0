import { LightningElement, api } from 'lwc';
import { hostValues } from '../host-values.ts';
import { loadComponent } from '../load-component.ts';
import type { ComponentConstructor } from '../load-component.ts';
import type { PageContext } from '../page-types.ts';
import { word } from '../words.ts';

const parse = (type: string, value: string): unknown => {
  if (type === 'Boolean') return value === 'true';
  if (type === 'Integer') return Number(value);
  return value;
};

/** A component of the project with the record of its page and its design properties. */
export default class ProjectComponent extends LightningElement {
  @api context: PageContext = {};
  @api properties: Readonly<Record<string, string | readonly string[]>> | undefined;

  words = { compileError: word('compileError'), loading: word('loading') };
  constructorOf: ComponentConstructor | null = null;
  failure: string | undefined;
  bundle = '';

  @api
  get name(): string {
    return this.bundle;
  }
  set name(name: string) {
    this.bundle = name.replace(/^c:/, '');
    this.load(this.bundle).catch((cause: unknown) => {
      this.failure = cause instanceof Error ? cause.message : String(cause);
    });
  }

  async load(bundle: string): Promise<void> {
    if (hostValues.components[bundle] === undefined) throw new Error(word('noComponent', bundle));
    const constructorOf = await loadComponent(bundle);
    if (bundle === this.bundle) this.constructorOf = constructorOf;
  }

  errorCallback(error: Error, stack: string): void {
    this.failure = `${error.message}\n${stack}`;
    this.constructorOf = null;
    console.error(error);
  }

  get values(): Record<string, unknown> {
    const { recordId, objectApiName } = this.context;
    const declared = hostValues.components[this.bundle]?.properties ?? {};
    const values: Record<string, unknown> = {};
    for (const [name, { type, default: preset }] of Object.entries(declared)) {
      const given = this.properties?.[name] ?? preset;
      if (given !== undefined) values[name] = typeof given === 'string' ? parse(type, given) : given;
    }
    const accepts = (property: string): boolean =>
      this.constructorOf !== null && property in this.constructorOf.prototype;
    if (recordId !== undefined && accepts('recordId')) values['recordId'] = recordId;
    if (objectApiName !== undefined && accepts('objectApiName')) values['objectApiName'] = objectApiName;
    return values;
  }
}
