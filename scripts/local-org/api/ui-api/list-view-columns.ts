import { NotSupportedError } from '../../errors.ts';
import type { SObjectType } from '../../schema/model.ts';
import { nameFieldOf } from './name-fields.ts';

/** ListView components call standard fields by names of their own; everything else goes by its API name. */
const COLUMNS: Readonly<Record<string, string>> = {
  'ACCOUNT.ADDRESS1_CITY': 'BillingCity',
  'ACCOUNT.ADDRESS1_COUNTRY': 'BillingCountry',
  'ACCOUNT.ADDRESS1_STATE': 'BillingState',
  'ACCOUNT.INDUSTRY': 'Industry',
  'ACCOUNT.PHONE1': 'Phone',
  'ACCOUNT.RATING': 'Rating',
  'ACCOUNT.SITE': 'Site',
  'ACCOUNT.TYPE': 'Type',
  'CONTACT.EMAIL': 'Email',
  'CONTACT.PHONE1': 'Phone',
  'CONTACT.TITLE': 'Title',
  'CORE.USERS.ALIAS': 'Owner.Alias',
  'CORE.USERS.FIRST_NAME': 'Owner.FirstName',
  'CORE.USERS.FULL_NAME': 'Owner.Name',
  'CORE.USERS.LAST_NAME': 'Owner.LastName',
  CREATEDBY_USER: 'CreatedBy.Name',
  'CREATEDBY_USER.ALIAS': 'CreatedBy.Alias',
  CREATED_DATE: 'CreatedDate',
  FULL_NAME: 'Name',
  LAST_ACTIVITY: 'LastActivityDate',
  LAST_UPDATE: 'LastModifiedDate',
  'OPPORTUNITY.AMOUNT': 'Amount',
  'OPPORTUNITY.CLOSED': 'IsClosed',
  'OPPORTUNITY.CLOSE_DATE': 'CloseDate',
  'OPPORTUNITY.CREATED_DATE': 'CreatedDate',
  'OPPORTUNITY.LAST_UPDATE': 'LastModifiedDate',
  'OPPORTUNITY.LEAD_SOURCE': 'LeadSource',
  'OPPORTUNITY.NAME': 'Name',
  'OPPORTUNITY.NEXT_STEP': 'NextStep',
  'OPPORTUNITY.PROBABILITY': 'Probability',
  'OPPORTUNITY.RECORDTYPE': 'RecordType.Name',
  'OPPORTUNITY.STAGE_NAME': 'StageName',
  'OPPORTUNITY.TYPE': 'Type',
  'OPPORTUNITY.WON': 'IsWon',
  'OWNER.ALIAS': 'Owner.Alias',
  'OWNER.FIRST_NAME': 'Owner.FirstName',
  'OWNER.LAST_NAME': 'Owner.LastName',
  RECORDTYPE: 'RecordType.Name',
  UPDATEDBY_USER: 'LastModifiedBy.Name',
  'UPDATEDBY_USER.ALIAS': 'LastModifiedBy.Alias',
};

/** The field path of a column: `OPPORTUNITY.CLOSE_DATE` → `CloseDate`. */
export function columnPath(type: SObjectType, column: string): string {
  if (column === 'NAME') return nameFieldOf(type)?.name ?? 'Id';
  if (column === 'ACCOUNT.NAME' && type.name !== 'Account') return 'Account.Name';
  if (column === 'ACCOUNT.NAME') return 'Name';
  const path = COLUMNS[column] ?? column;
  const field = type.field(path);
  if (field === undefined && !path.includes('.'))
    throw new NotSupportedError(`ListView column ${column} of ${type.name}`);
  return field?.name ?? path;
}
