export interface PageReference {
  readonly type: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
  readonly state: Readonly<Record<string, string | undefined>>;
}

const part = (value: string | undefined): string => encodeURIComponent(value ?? '');

function searchOf(state: PageReference['state'] | undefined): string {
  const entries = Object.entries(state ?? {}).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return entries.length === 0 ? '' : `?${new URLSearchParams(entries).toString()}`;
}

/** The address that an org gives to a page reference. */
export function urlOf({ type, attributes, state }: PageReference): string {
  const search = searchOf(state);
  const { objectApiName, recordId, actionName } = attributes;
  switch (type) {
    case 'standard__recordPage':
      return `/lightning/r/${part(objectApiName ?? 'sObject')}/${part(recordId)}/${part(actionName ?? 'view')}${search}`;
    case 'standard__recordRelationshipPage':
      return `/lightning/r/${part(objectApiName)}/${part(recordId)}/related/${part(attributes['relationshipApiName'])}/view${search}`;
    case 'standard__objectPage':
      return `/lightning/o/${part(objectApiName)}/${part(actionName === 'home' ? 'list' : (actionName ?? 'list'))}${search}`;
    case 'standard__navItemPage':
      return `/lightning/n/${part(attributes['apiName'])}${search}`;
    case 'standard__namedPage':
      return `/lightning/page/${part(attributes['pageName'])}${search}`;
    case 'standard__app':
      return `/lightning/app/${part(attributes['appTarget']?.replace(/^c__/, ''))}`;
    case 'standard__component':
      return `/lightning/cmp/${part(attributes['componentName'])}${search}`;
    case 'standard__webPage':
      return attributes['url'] ?? '';
    default:
      throw new Error(`Page reference type ${type} is not supported`);
  }
}

const reference = (type: string, attributes: PageReference['attributes'], url: URL): PageReference => ({
  type,
  attributes,
  state: Object.fromEntries(url.searchParams),
});

/** The page reference of an address, or undefined when no page has it. */
export function referenceOf(url: URL): PageReference | undefined {
  const [, , kind, first, second, third, fourth] = url.pathname.split('/').map(decodeURIComponent);
  if (kind === 'r' && third === 'related') {
    const attributes = { objectApiName: first, recordId: second, relationshipApiName: fourth, actionName: 'view' };
    return reference('standard__recordRelationshipPage', attributes, url);
  }
  if (kind === 'r' && second === undefined) return undefined;
  if (kind === 'r') {
    return reference(
      'standard__recordPage',
      { objectApiName: first, recordId: second, actionName: third ?? 'view' },
      url,
    );
  }
  if (kind === 'o')
    return reference('standard__objectPage', { objectApiName: first, actionName: second ?? 'list' }, url);
  if (kind === 'n') return reference('standard__navItemPage', { apiName: first }, url);
  if (kind === 'page') return reference('standard__namedPage', { pageName: first }, url);
  if (kind === 'app') return reference('standard__app', { appTarget: first }, url);
  if (kind === 'cmp') return reference('standard__component', { componentName: first }, url);
  return kind === undefined || kind === '' ? reference('standard__namedPage', { pageName: 'home' }, url) : undefined;
}
