import { flagOf, wordOf, wordsOf } from '../../schema/content.ts';
import { profileName } from '../profile-names.ts';
import { mergePermissions, namedSystemFlags, removePermissions, systemFlags, writePermissions } from './permissions.ts';
import type { RowSync } from './row-sync.ts';

export const permissionSet: RowSync = {
  put({ id, fullName, content }, writer) {
    writer.put('PermissionSet', id, {
      Name: fullName,
      Label: wordOf(content, 'label') ?? fullName,
      Description: wordOf(content, 'description') ?? null,
      HasActivationRequired: flagOf(content, 'hasActivationRequired'),
      IsCustom: true,
      IsOwnedByProfile: false,
      Type: flagOf(content, 'hasActivationRequired') ? 'Session' : 'Regular',
      ...systemFlags(content),
    });
    writePermissions(content, id, writer);
  },
  remove({ id }, writer) {
    removePermissions(id, writer);
    for (const object of ['PermissionSetAssignment', 'PermissionSetGroupComponent']) {
      for (const row of writer.find(object, 'PermissionSetId', id)) writer.remove(object, String(row['Id']));
    }
    writer.remove('PermissionSet', id);
  },
};

/** What a group takes back from its permission sets; `true` in its file means muted. */
export const mutingPermissionSet: RowSync = {
  put({ id, fullName, content }, writer) {
    writer.put('MutingPermissionSet', id, {
      DeveloperName: fullName,
      MasterLabel: wordOf(content, 'label') ?? fullName,
      Description: wordOf(content, 'description') ?? null,
      Language: 'en_US',
      ...systemFlags(content),
    });
    writePermissions(content, id, writer);
  },
  remove({ id }, writer) {
    removePermissions(id, writer);
    for (const row of writer.find('PermissionSetGroupComponent', 'PermissionSetId', id))
      writer.remove('PermissionSetGroupComponent', String(row['Id']));
    writer.remove('MutingPermissionSet', id);
  },
};

/** A profile's permissions stand on a permission set that it owns. */
export const profile: RowSync = {
  put({ id, fullName, content }, writer) {
    const name = profileName(fullName);
    const [license] = writer.find('UserLicense', 'Name', wordOf(content, 'userLicense') ?? 'Salesforce');
    writer.put('Profile', id, {
      Name: name,
      Description: wordOf(content, 'description') ?? null,
      UserType: 'Standard',
      UserLicenseId: license?.['Id'] ?? null,
    });
    const [own] = writer.find('PermissionSet', 'ProfileId', id);
    const ownId = own ? String(own['Id']) : writer.newId('PermissionSet');
    writer.put('PermissionSet', ownId, {
      Name: `X${id}`,
      Label: name,
      ProfileId: id,
      IsOwnedByProfile: true,
      Type: 'Profile',
      ...namedSystemFlags(content),
    });
    mergePermissions(content, ownId, writer);
  },
  remove({ id }, writer) {
    for (const row of writer.find('PermissionSet', 'ProfileId', id)) {
      removePermissions(String(row['Id']), writer);
      writer.remove('PermissionSet', String(row['Id']));
    }
    writer.remove('Profile', id);
  },
};

export const permissionSetGroup: RowSync = {
  put({ id, fullName, content }, writer) {
    writer.put('PermissionSetGroup', id, {
      DeveloperName: fullName,
      MasterLabel: wordOf(content, 'label') ?? fullName,
      Description: wordOf(content, 'description') ?? null,
      Language: 'en_US',
      Status: 'Updated',
    });
    const before = new Map(
      writer
        .find('PermissionSetGroupComponent', 'PermissionSetGroupId', id)
        .map((row) => [String(row['PermissionSetId']), String(row['Id'])]),
    );
    const sets = [
      ...wordsOf(content, 'permissionSets').map((name) => writer.find('PermissionSet', 'Name', name)[0]),
      ...wordsOf(content, 'mutingPermissionSets').map(
        (name) => writer.find('MutingPermissionSet', 'DeveloperName', name)[0],
      ),
    ];
    for (const set of sets) {
      if (!set) continue;
      const setId = String(set['Id']);
      writer.put('PermissionSetGroupComponent', before.get(setId) ?? writer.newId('PermissionSetGroupComponent'), {
        PermissionSetGroupId: id,
        PermissionSetId: setId,
      });
      before.delete(setId);
    }
    for (const rowId of before.values()) writer.remove('PermissionSetGroupComponent', rowId);
  },
  remove({ id }, writer) {
    for (const object of ['PermissionSetGroupComponent', 'PermissionSetAssignment']) {
      for (const row of writer.find(object, 'PermissionSetGroupId', id)) writer.remove(object, String(row['Id']));
    }
    writer.remove('PermissionSetGroup', id);
  },
};

export const customPermission: RowSync = {
  put({ id, fullName, content }, writer) {
    writer.put('CustomPermission', id, {
      DeveloperName: fullName,
      MasterLabel: wordOf(content, 'label') ?? fullName,
      Language: 'en_US',
      Description: wordOf(content, 'description') ?? null,
      IsLicensed: flagOf(content, 'isLicensed'),
    });
  },
  remove({ id }, writer) {
    for (const row of writer.find('SetupEntityAccess', 'SetupEntityId', id))
      writer.remove('SetupEntityAccess', String(row['Id']));
    writer.remove('CustomPermission', id);
  },
};
