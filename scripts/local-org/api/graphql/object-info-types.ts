import {
  GraphQLBoolean,
  type GraphQLFieldConfigMap,
  GraphQLID,
  GraphQLInputObjectType,
  GraphQLInt,
  GraphQLInterfaceType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLString,
} from 'graphql';

type Source = Readonly<Record<string, unknown>>;
type Fields = GraphQLFieldConfigMap<Source, unknown>;

/** Metadata of objects as the UI API describes them; `ApiName` is the one word that GraphQL spells otherwise. */
const API_NAME: Fields = { ApiName: { type: new GraphQLNonNull(GraphQLString), resolve: (source) => source.apiName } };

function strings(...names: string[]): Fields {
  return Object.fromEntries(names.map((name) => [name, { type: GraphQLString }]));
}

function flags(...names: string[]): Fields {
  return Object.fromEntries(names.map((name) => [name, { type: new GraphQLNonNull(GraphQLBoolean) }]));
}

function ints(...names: string[]): Fields {
  return Object.fromEntries(names.map((name) => [name, { type: GraphQLInt }]));
}

function object(name: string, fields: Fields | (() => Fields)): GraphQLObjectType {
  return new GraphQLObjectType({ name, fields });
}

const list = (type: GraphQLObjectType | typeof GraphQLString): { type: GraphQLList<typeof type> } => ({
  type: new GraphQLList(type),
});

const referenceToInfo = object('ReferenceToInfo', { ...API_NAME, nameFields: list(GraphQLString) });

const fieldFields: Fields = {
  ...API_NAME,
  ...strings(
    'label',
    'dataType',
    'compoundComponentName',
    'compoundFieldName',
    'controllerName',
    'extraTypeInfo',
    'inlineHelpText',
    'relationshipName',
  ),
  ...flags(
    'calculated',
    'compound',
    'createable',
    'custom',
    'filterable',
    'highScaleNumber',
    'htmlFormatted',
    'nameField',
  ),
  ...flags('polymorphicForeignKey', 'reference', 'required', 'searchPrefilterable', 'sortable', 'unique', 'updateable'),
  ...ints('length', 'precision', 'scale'),
  controllingFields: list(GraphQLString),
  referenceToInfos: list(referenceToInfo),
};

const picklistValue = object('PicklistValueInfo', {
  ...strings('label', 'value'),
  validFor: { type: new GraphQLList(GraphQLInt) },
});

const controllerValue = object('ControllerValue', { ...strings('key'), ...ints('value') });

const picklistOfRecordType = object('PicklistValuesByRecordTypeID', {
  recordTypeID: { type: GraphQLID },
  controllerValues: list(controllerValue),
  defaultValue: { type: picklistValue },
  picklistValues: list(picklistValue),
});

const fieldInterface = new GraphQLInterfaceType({
  name: 'Field',
  fields: Object.fromEntries(Object.entries(fieldFields).map(([name, { type }]) => [name, { type }])),
  resolveType: (source: Source) =>
    Array.isArray(source.picklistValuesByRecordTypeIDs) ? 'PicklistField' : 'PlainField',
});

const plainField = new GraphQLObjectType({ name: 'PlainField', interfaces: [fieldInterface], fields: fieldFields });
const picklistField = new GraphQLObjectType({
  name: 'PicklistField',
  interfaces: [fieldInterface],
  fields: { ...fieldFields, picklistValuesByRecordTypeIDs: list(picklistOfRecordType) },
});

/** Reached only through the interface, so the schema must be told of them. */
export const fieldTypes = [plainField, picklistField];

const childRelationship = object('ChildRelationship', {
  ...strings('childObjectApiName', 'fieldName', 'relationshipName'),
  junctionIdListNames: list(GraphQLString),
  junctionReferenceTo: list(GraphQLString),
});

const recordTypeInfo = object('RecordTypeInfo', {
  ...flags('available', 'defaultRecordTypeMapping', 'master'),
  ...strings('name'),
  recordTypeId: { type: GraphQLID },
});

const dependentField: GraphQLObjectType = object('DependentField', () => ({
  ...strings('controllingField'),
  dependentFields: list(dependentField),
}));
const themeInfo = object('ThemeInfo', strings('color', 'iconUrl'));

export const objectInfoType = object('ObjectInfo', {
  ...API_NAME,
  ...strings('keyPrefix', 'label', 'labelPlural', 'eTag'),
  ...flags(
    'createable',
    'custom',
    'deletable',
    'feedEnabled',
    'layoutable',
    'mruEnabled',
    'queryable',
    'searchable',
    'updateable',
  ),
  childRelationships: list(childRelationship),
  defaultRecordTypeId: { type: GraphQLID },
  dependentFields: list(dependentField),
  fields: { type: new GraphQLList(fieldInterface) },
  nameFields: list(GraphQLString),
  recordTypeInfos: list(recordTypeInfo),
  themeInfo: { type: themeInfo },
});

export const objectInfoInput = new GraphQLInputObjectType({
  name: 'ObjectInfoInput',
  fields: {
    apiName: { type: new GraphQLNonNull(GraphQLString) },
    recordTypeIDs: { type: new GraphQLList(GraphQLID) },
    fieldNames: { type: new GraphQLList(GraphQLString) },
  },
});
