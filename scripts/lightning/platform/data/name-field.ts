/**
 * The one field by which a record is called. A person's name is put together of parts: the org names the parts, and its field
 * Name joins them in the order of the user's country.
 */
export const nameFieldOf = (nameFields: readonly string[] = []): string | undefined =>
  nameFields.length > 1 ? 'Name' : nameFields[0];
