import { randomInt } from 'node:crypto';
import { writeSchemaRows } from '../metadata/rows/schema-rows.ts';
import type { FieldValue, Org, Row } from '../org.ts';
import type { SObjectType } from '../schema/model.ts';
import { idFromNumber } from '../store/ids.ts';
import { type CountryDefaults, countryDefaults } from './sign-up-country.ts';
import { standardProfiles, type StandardProfile } from './standard-profiles.ts';

const LICENSES = [
  { key: 'SFDC', name: 'Salesforce', total: 100 },
  { key: 'SFDC_API', name: 'Salesforce API Integration', total: 5 },
  { key: 'IDENTITY', name: 'Identity', total: 100 },
] as const;

/** Gives a new org what the platform gives one: the organization, its licences and profiles, and the first user. */
export function bootstrapOrg(org: Org, country?: string): void {
  const known = org.store.prepare('SELECT "Id" FROM "Organization" LIMIT 1').get();
  if (known) return;
  org.store.transaction(() => new Bootstrap(org, countryDefaults(country)).run());
}

class Bootstrap {
  readonly #org: Org;
  readonly #country: CountryDefaults;
  readonly #now: string;
  readonly #admin: string;
  readonly #organizationId = randomOrganizationId();

  constructor(org: Org, country: CountryDefaults) {
    this.#org = org;
    this.#country = country;
    this.#now = new Date(org.now()).toISOString();
    this.#admin = org.store.newId('005');
  }

  run(): void {
    this.#organization();
    const licenses = new Map(LICENSES.map((license) => [license.key as string, this.#license(license)]));
    const profiles = new Map(standardProfiles.map((profile) => [profile.name, this.#profile(profile, licenses)]));
    this.#administrator(profiles.get('System Administrator') ?? null);
    this.#businessHours();
    writeSchemaRows(this.#org, this.#admin);
  }

  /** An Enterprise org in production, so that clients do not take it for a scratch org. */
  #organization(): void {
    this.#insert('Organization', {
      Id: this.#organizationId,
      Name: 'Local Org',
      DefaultLocaleSidKey: this.#country.locale,
      TimeZoneSidKey: this.#country.timeZone,
      LanguageLocaleKey: 'en_US',
      FiscalYearStartMonth: 1,
      OrganizationType: 'Enterprise Edition',
      InstanceName: 'LOCAL',
      IsSandbox: false,
      DefaultOpportunityAccess: 'Edit',
      DefaultAccountAccess: 'Edit',
      DefaultCurrencyIsoCode: this.#country.currency,
    });
  }

  #license(license: (typeof LICENSES)[number]): string {
    return this.#insert('UserLicense', {
      LicenseDefinitionKey: license.key,
      Name: license.name,
      MasterLabel: license.name,
      Status: 'Active',
      TotalLicenses: license.total,
    });
  }

  /** A profile's permissions stand on a permission set that it owns. */
  #profile(profile: StandardProfile, licenses: ReadonlyMap<string, string>): string {
    const UserLicenseId = licenses.get(profile.license) ?? null;
    const ProfileId = this.#insert('Profile', { Name: profile.name, UserLicenseId, UserType: 'Standard' });
    const permissions: Row = {};
    for (const name of profile.systemPermissions) permissions[`Permissions${name}`] = true;
    const ParentId = this.#insert('PermissionSet', {
      Name: `X${ProfileId}`,
      Label: profile.name,
      LicenseId: UserLicenseId,
      ProfileId,
      IsOwnedByProfile: true,
      Type: 'Profile',
      ...permissions,
    });
    for (const [SobjectType, letters] of Object.entries(profile.objects))
      this.#objectPermissions(ParentId, SobjectType, letters);
    return ProfileId;
  }

  #objectPermissions(ParentId: string, SobjectType: string, letters: string): void {
    if (!this.#org.schema().object(SobjectType)) return;
    this.#insert('ObjectPermissions', {
      ParentId,
      SobjectType,
      PermissionsCreate: letters.includes('C'),
      PermissionsRead: letters.includes('R'),
      PermissionsEdit: letters.includes('E'),
      PermissionsDelete: letters.includes('D'),
    });
  }

  /** Clients keep their logins by user name, so that no two orgs of one machine may have the same. */
  #administrator(ProfileId: string | null): void {
    const name = `admin@${this.#organizationId.slice(0, 15).toLowerCase()}.local`;
    this.#insert('User', {
      Id: this.#admin,
      Username: name,
      // One part alone reads the same wherever the company's locale puts the family name.
      LastName: 'Local Administrator',
      Email: name,
      Alias: 'admin',
      CommunityNickname: 'admin',
      IsActive: true,
      TimeZoneSidKey: this.#country.timeZone,
      LocaleSidKey: this.#country.locale,
      LanguageLocaleKey: 'en_US',
      EmailEncodingKey: 'UTF-8',
      UserType: 'Standard',
      ProfileId,
    });
  }

  #businessHours(): void {
    this.#insert('BusinessHours', {
      Name: 'Default',
      IsActive: true,
      IsDefault: true,
      TimeZoneSidKey: this.#country.timeZone,
    });
  }

  #insert(object: string, values: Row): string {
    const type = this.#org.schema().object(object);
    if (!type) throw new TypeError(`Expected the schema to have ${object}`);
    const given = values['Id'];
    const id = typeof given === 'string' ? given : this.#org.store.newId(type.keyPrefix);
    this.#org.store.insert(type, { ...this.#stamps(type), ...values, Id: id });
    return id;
  }

  #stamps(type: SObjectType): Row {
    const stamps: Record<string, FieldValue> = {
      CreatedById: this.#admin,
      CreatedDate: this.#now,
      LastModifiedById: this.#admin,
      LastModifiedDate: this.#now,
      SystemModstamp: this.#now,
    };
    return Object.fromEntries(Object.entries(stamps).filter(([name]) => type.field(name)?.stored));
  }
}

/** As on the platform, where it is unlike that of any other org. */
function randomOrganizationId(): string {
  return idFromNumber('00D', randomInt(1, 2 ** 48 - 1));
}
