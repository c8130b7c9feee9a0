/**
 * Where the words of a refusal come from. `quoted`: read word by word in public issues, forums or the sources of
 * Salesforce's clients; `general`: a sentence of the platform that is quoted for other parts and holds for this one too;
 * `own`: the platform refuses it, its words were not found; `absent`: the local org does not have it.
 */
export type Wording = 'quoted' | 'general' | 'own' | 'absent';

const stems: readonly (readonly [RegExp, Wording])[] = [
  [/^The local org does not support/, 'absent'],
  [/^Error parsing file: /, 'quoted'],
  [/is not a valid value for the (enum|type) /, 'quoted'],
  [/^Must specify a non-empty label for the CustomField$/, 'general'],
  [/^Must specify '\w+' for a CustomField of type /, 'quoted'],
  [/^Can not specify '\w+' for a CustomField of type /, 'quoted'],
  [/^Value for '\w+' must be/, 'general'],
  [/^Can not specify '/, 'general'],
  [/^Must specify /, 'general'],
  [/^In field: \w+ - no \w+ named .+ found$/, 'quoted'],
  [/^fullName must end with/, 'general'],
  [/^Field:\w+ must be Required$/, 'quoted'],
  [/^Could not resolve standard field's name\.$/, 'quoted'],
  [/can only contain underscores and alphanumeric characters/, 'quoted'],
  [/data value too large: .* \(max length=\d+\)$/, 'quoted'],
  [/^referenceTo value of '/, 'quoted'],
  [/^field integrity exception: unknown \(must specify either cascade delete/, 'quoted'],
  [/^There is already a Child Relationship named /, 'quoted'],
  [/^(Syntax error\.|Field \S+ does not exist\.|Formula result is data type|Unknown function|Incorrect )/, 'quoted'],
  [/^You have reached the maximum number of 15 object references on /, 'quoted'],
  [/^Required field is missing: /, 'quoted'],
  [/^Picklist value: .* in picklist: .* not found$/, 'quoted'],
  [/^(Duplicate value found|duplicate picklist label)/, 'general'],
  [/^You cannot deploy to a required field: /, 'quoted'],
  [/^Permission .* depends on permission\(s\): /, 'quoted'],
  [/^Unknown user permission: /, 'quoted'],
  [/^Cannot set sharingModel to ControlledByParent/, 'quoted'],
  [/^Layout must contain an item for required layout field: /, 'quoted'],
  [/^We couldn't retrieve the design time component information for component /, 'quoted'],
  [/^Could not resolve list view column: /, 'quoted'],
  [/^Entity of type '\w+' named '.*' cannot be found$/, 'quoted'],
];

export const wordingOf = (message: string): Wording => stems.find(([stem]) => stem.test(message))?.[1] ?? 'own';
