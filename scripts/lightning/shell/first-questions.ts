const FIRST_FIELDS = ['Name', 'RecordTypeId'];

/** What a record page asks of its record before it knows its components. */
export const firstLook = (object: string, id: string) => ({
  id,
  fields: [`${object}.Id`],
  optionalFields: FIRST_FIELDS.map((field) => `${object}.${field}`),
  layoutTypes: [],
  modes: [],
});

/**
 * The org's answers that the page at an address asks for first, by their address below the version: the browser sends for them
 * while the frame's scripts start, so that they must be spelled as the page spells them.
 */
export function firstQuestions(path: string): string[] {
  const [, , kind, object = '', id = '', action] = path.split('/');
  if (kind !== 'r' || action !== 'view' || !/^\w+$/.test(object) || !/^\w{15,18}$/.test(id)) return [];
  const { fields, optionalFields } = firstLook(object, id);
  const list = (names: readonly string[]): string => encodeURIComponent(names.join(','));
  return [
    `/ui-api/object-info/${object}`,
    `/ui-api/records/${id}?fields=${list(fields)}&optionalFields=${list(optionalFields)}`,
  ];
}
