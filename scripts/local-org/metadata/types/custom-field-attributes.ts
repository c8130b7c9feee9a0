import type { CustomField } from '@salesforce/types/metadata';
import type { RuleContext } from './rule.ts';

/** With what @salesforce/types leaves out. */
type Declared = CustomField & { readonly displayLocationInDecimal?: boolean };

type Attribute = keyof Declared;

interface Attributes {
  readonly must: readonly Attribute[];
  readonly may: readonly Attribute[];
}

/** Attributes that only some field types have. Those not named here stand on any field. */
const special: readonly Attribute[] = [
  'length',
  'precision',
  'scale',
  'required',
  'unique',
  'caseSensitive',
  'externalId',
  'defaultValue',
  'displayFormat',
  'startingNumber',
  'populateExistingRows',
  'visibleLines',
  'referenceTo',
  'relationshipName',
  'relationshipLabel',
  'relationshipOrder',
  'reparentableMasterDetail',
  'writeRequiresMasterRead',
  'deleteConstraint',
  'lookupFilter',
  'valueSet',
  'summaryForeignKey',
  'summaryOperation',
  'summarizedField',
  'maskChar',
  'maskType',
  'stripMarkup',
  'encryptionScheme',
  'displayLocationInDecimal',
];

const plain: readonly Attribute[] = ['required', 'defaultValue'];
const key: readonly Attribute[] = ['unique', 'externalId'];
const number: Attributes = { must: ['precision', 'scale'], may: [...plain, ...key] };
const relation: readonly Attribute[] = ['relationshipName', 'relationshipLabel', 'lookupFilter'];

const byType: Readonly<Record<string, Attributes>> = {
  AutoNumber: { must: ['displayFormat'], may: ['startingNumber', 'populateExistingRows', 'externalId'] },
  Checkbox: { must: ['defaultValue'], may: [] },
  Currency: { must: ['precision', 'scale'], may: plain },
  Date: { must: [], may: plain },
  DateTime: { must: [], may: plain },
  Email: { must: [], may: [...plain, ...key, 'caseSensitive'] },
  EncryptedText: { must: ['length', 'maskChar', 'maskType'], may: ['required'] },
  Hierarchy: {
    must: ['relationshipName'],
    may: ['relationshipLabel', 'lookupFilter', 'required', 'deleteConstraint'],
  },
  Html: { must: ['length', 'visibleLines'], may: [] },
  LongTextArea: { must: ['length', 'visibleLines'], may: ['defaultValue', 'stripMarkup'] },
  Location: { must: ['scale'], may: ['required', 'displayLocationInDecimal'] },
  Lookup: { must: ['referenceTo'], may: [...relation, 'required', 'deleteConstraint', 'defaultValue'] },
  MasterDetail: {
    must: ['referenceTo', 'relationshipName'],
    may: [...relation, 'relationshipOrder', 'reparentableMasterDetail', 'writeRequiresMasterRead'],
  },
  MultiselectPicklist: { must: ['valueSet', 'visibleLines'], may: plain },
  Number: number,
  Percent: { must: ['precision', 'scale'], may: plain },
  Phone: { must: [], may: plain },
  Picklist: { must: ['valueSet'], may: [...plain, 'visibleLines'] },
  Summary: { must: ['summaryForeignKey', 'summaryOperation'], may: ['summarizedField'] },
  Text: { must: ['length'], may: [...plain, ...key, 'caseSensitive'] },
  TextArea: { must: [], may: plain },
  Time: { must: [], may: plain },
  Url: { must: [], may: plain },
  MetadataRelationship: { must: ['referenceTo'], may: [...relation, 'required', 'unique'] },
};

const formulaTypes = new Set(['Checkbox', 'Currency', 'Date', 'DateTime', 'Number', 'Percent', 'Text', 'Time']);
const withPoints = new Set(['Currency', 'Number', 'Percent']);

export const isFieldTypeSupported = (type: string): boolean => type in byType;

/** Every field type has attributes that it needs and attributes that it cannot have. */
export function checkAttributes(field: Declared, context: RuleContext): void {
  const type = field.type ?? '';
  if (field.formula !== undefined) return checkFormulaAttributes(field, type, context);
  const attributes = byType[type];
  if (!attributes) return;
  for (const name of attributes.must) {
    if (field[name] === undefined) context.report(`Must specify '${name}' for a CustomField of type ${type}`);
  }
  refuseOthers(field, new Set([...attributes.must, ...attributes.may]), `a CustomField of type ${type}`, context);
}

function checkFormulaAttributes(field: Declared, type: string, context: RuleContext): void {
  if (!formulaTypes.has(type))
    context.report(`Can not specify 'formula' for a CustomField of type ${type}`, field, 'formula');
  const allowed = new Set<Attribute>(withPoints.has(type) ? ['precision', 'scale'] : []);
  refuseOthers(field, allowed, 'a formula field', context);
}

/** An attribute that is false or empty says nothing. */
function refuseOthers(field: Declared, allowed: ReadonlySet<Attribute>, where: string, context: RuleContext): void {
  for (const name of special) {
    const value = field[name];
    if (allowed.has(name) || value === undefined || value === false) continue;
    context.report(`Can not specify '${name}' for ${where}`, field, name);
  }
}
