import type { Holiday } from '../../model/dispatch/capacity.ts';
import type { OrgPort, OrgRecord } from '../../salesforce/org-port.ts';

/** Days off and weekends worked of all regions. */
export async function readHolidays(org: OrgPort): Promise<Holiday[]> {
  const rows = await org.query<HolidayRow>('SELECT Date__c, Region__c, Is_Worked__c FROM MF_Holiday__c');
  return rows.map((row) => ({
    date: row.Date__c,
    ...(row.Region__c === null ? {} : { region: row.Region__c }),
    worked: row.Is_Worked__c,
  }));
}

interface HolidayRow extends OrgRecord {
  readonly Date__c: string;
  readonly Region__c: string | null;
  readonly Is_Worked__c: boolean;
}
