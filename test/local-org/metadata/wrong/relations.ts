import { field } from './field.ts';
import type { Wrong } from './wrong.ts';

export const wrongRelations: readonly Wrong[] = [
  field(
    'a lookup to nothing',
    '<label>W</label><referenceTo>Nothing__c</referenceTo><relationshipName>Ws</relationshipName><type>Lookup</type>',
    "referenceTo value of 'Nothing__c' does not resolve to a valid sObject type",
  ),
  field(
    'an order on a lookup',
    '<label>W</label><referenceTo>Account</referenceTo><relationshipName>Ws</relationshipName><relationshipOrder>0</relationshipOrder><type>Lookup</type>',
    "Can not specify 'relationshipOrder' for a CustomField of type Lookup",
  ),
  field(
    'a required lookup that can be blanked',
    '<label>W</label><referenceTo>Account</referenceTo><relationshipName>Ws</relationshipName><required>true</required><type>Lookup</type>',
    'field integrity exception: unknown (must specify either cascade delete or restrict delete for required lookup foreign key)',
  ),
  field(
    'a relationship name that is taken',
    '<label>W</label><referenceTo>Account</referenceTo><relationshipName>Visits</relationshipName><type>Lookup</type>',
    'There is already a Child Relationship named Visits on Account.',
  ),
  field(
    'a formula that does not parse',
    '<formula>1 +</formula><label>W</label><precision>18</precision><scale>0</scale><type>Number</type>',
    "Syntax error.  Found 'end of formula'",
  ),
  field(
    'a formula of an unknown field',
    '<formula>Nope__c + 1</formula><label>W</label><precision>18</precision><scale>0</scale><type>Number</type>',
    'Field Nope__c does not exist. Check spelling.',
  ),
  field(
    'a formula of the wrong type',
    '<formula>"a"</formula><label>W</label><precision>18</precision><scale>0</scale><type>Number</type>',
    'Formula result is data type (Text), incompatible with expected data type (Number).',
  ),
  field(
    'a formula of itself',
    '<formula>Wrong__c + 1</formula><label>W</label><precision>18</precision><scale>0</scale><type>Number</type>',
    'Formula refers to itself: Wrong__c → Wrong__c',
  ),
  field(
    'a picklist without values',
    '<label>W</label><type>Picklist</type>',
    "Must specify 'valueSet' for a CustomField of type Picklist",
  ),
  field(
    'a global value set that is not there',
    '<label>W</label><type>Picklist</type><valueSet><valueSetName>None</valueSetName></valueSet>',
    'In field: valueSetName - no GlobalValueSet named None found',
  ),
  field(
    'a picklist value twice',
    `<label>W</label><type>Picklist</type><valueSet><valueSetDefinition><sorted>false</sorted>${['A', 'A'].map((name) => `<value><fullName>${name}</fullName><default>false</default><label>${name}</label></value>`).join('')}</valueSetDefinition></valueSet>`,
    'Duplicate value found: A in picklist',
  ),
  field(
    'a control that is not there',
    '<label>W</label><type>Picklist</type><valueSet><controllingField>No__c</controllingField><valueSetDefinition><sorted>false</sorted><value><fullName>A</fullName><default>false</default><label>A</label></value></valueSetDefinition></valueSet>',
    'In field: controllingField - no CustomField named Visit__c.No__c found',
  ),
  field(
    'a roll-up without details',
    '<label>W</label><summaryForeignKey>Task.WhatId</summaryForeignKey><summaryOperation>count</summaryOperation><type>Summary</type>',
    'summaryForeignKey Task.WhatId is not a master-detail field to Visit__c',
  ),
  field(
    'a sum of nothing',
    '<label>W</label><summaryForeignKey>Guest__c.Visit__c</summaryForeignKey><summaryOperation>sum</summaryOperation><type>Summary</type>',
    "Must specify 'summarizedField' for a Summary of operation sum",
  ),
  field(
    'a sum of text',
    '<label>W</label><summarizedField>Guest__c.Name</summarizedField><summaryForeignKey>Guest__c.Visit__c</summaryForeignKey><summaryOperation>sum</summaryOperation><type>Summary</type>',
    'Field Guest__c.Name of type string cannot be summarized by sum',
  ),
  field(
    'a roll-up filter on nothing',
    '<label>W</label><summaryFilterItems><field>Guest__c.No__c</field><operation>equals</operation><value>1</value></summaryFilterItems><summaryForeignKey>Guest__c.Visit__c</summaryForeignKey><summaryOperation>count</summaryOperation><type>Summary</type>',
    'In field: field - no CustomField named Guest__c.No__c found',
  ),
  field(
    'a field type that is not supported',
    '<label>W</label><type>ExternalLookup</type>',
    'The local org does not support CustomField type ExternalLookup.',
  ),
];
