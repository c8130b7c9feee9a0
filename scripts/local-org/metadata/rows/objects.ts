import { flagOf, listOf, wordOf } from '../../schema/content.ts';
import type { FieldValue, Row } from '../../org.ts';
import { picklistValues } from '../../schema/standard/field-table.ts';
import { forecastCategories } from '../../schema/standard/opportunity.ts';
import type { RowWriter } from './row-writer.ts';
import type { RowSync } from './row-sync.ts';

const objectOf = (fullName: string): string => fullName.slice(0, fullName.indexOf('.'));
const nameOf = (fullName: string): string => fullName.slice(fullName.indexOf('.') + 1);

export const recordType: RowSync = {
  put({ id, fullName, content }, writer) {
    const process = wordOf(content, 'businessProcess');
    writer.put('RecordType', id, {
      Name: wordOf(content, 'label') ?? nameOf(fullName),
      DeveloperName: nameOf(fullName),
      SobjectType: objectOf(fullName),
      Description: wordOf(content, 'description') ?? null,
      IsActive: flagOf(content, 'active'),
      BusinessProcessId: process
        ? (writer.schema.component('BusinessProcess', `${objectOf(fullName)}.${process}`)?.id ?? null)
        : null,
    });
  },
  remove({ id }, writer) {
    for (const row of writer.find('RecordTypeVisibility', 'RecordTypeId', id))
      writer.remove('RecordTypeVisibility', String(row['Id']));
    writer.remove('RecordType', id);
  },
};

export const businessProcess: RowSync = {
  put({ id, fullName, content }, writer) {
    writer.put('BusinessProcess', id, {
      Name: nameOf(fullName),
      TableEnumOrId: objectOf(fullName),
      Description: wordOf(content, 'description') ?? null,
      IsActive: content['isActive'] === undefined || flagOf(content, 'isActive'),
    });
  },
  remove: ({ id }, writer) => writer.remove('BusinessProcess', id),
};

export const listView: RowSync = {
  put({ id, fullName, content }, writer) {
    writer.put('ListView', id, {
      Name: wordOf(content, 'label') ?? nameOf(fullName),
      DeveloperName: nameOf(fullName),
      SobjectType: objectOf(fullName),
      IsSoqlCompatible: true,
    });
  },
  remove: ({ id }, writer) => writer.remove('ListView', id),
};

export const staticResource: RowSync = {
  put({ id, fullName, content, files }, writer) {
    const [body] = Object.values(files ?? {});
    writer.put('StaticResource', id, {
      Name: fullName,
      ContentType: wordOf(content, 'contentType') ?? null,
      CacheControl: wordOf(content, 'cacheControl') ?? 'Private',
      Description: wordOf(content, 'description') ?? null,
      BodyLength: body?.length ?? 0,
    });
  },
  remove: ({ id }, writer) => writer.remove('StaticResource', id),
};

export const application: RowSync = {
  put({ id, fullName, content }, writer) {
    writer.put('AppDefinition', id, {
      DurableId: id,
      DeveloperName: fullName,
      Label: wordOf(content, 'label') ?? fullName,
      MasterLabel: wordOf(content, 'label') ?? fullName,
      Description: wordOf(content, 'description') ?? null,
      NavType: wordOf(content, 'navType') ?? 'Standard',
      UiType: wordOf(content, 'uiType') === 'Lightning' ? 'Lightning' : 'Aloha',
    });
  },
  remove({ id }, writer) {
    for (const row of writer.find('SetupEntityAccess', 'SetupEntityId', id))
      writer.remove('SetupEntityAccess', String(row['Id']));
    writer.remove('AppDefinition', id);
  },
};

const categoryLabels = new Map(picklistValues(forecastCategories).map((each) => [each.value, each.label]));

/** The rows of OpportunityStage follow the picklist: same order, same probabilities, a row for an inactive value too. */
export function writeStages(writer: RowWriter): void {
  const values = writer.schema.object('Opportunity')?.field('StageName')?.picklist?.values ?? [];
  values.forEach((each, position) => {
    const [known] = writer.find('OpportunityStage', 'ApiName', each.value);
    const category = each.stage?.forecastCategory ?? 'Pipeline';
    writer.put('OpportunityStage', known ? String(known['Id']) : writer.newId('OpportunityStage'), {
      MasterLabel: each.label,
      ApiName: each.value,
      IsActive: each.active,
      SortOrder: position + 1,
      IsClosed: each.stage?.closed ?? false,
      IsWon: each.stage?.won ?? false,
      ForecastCategory: category,
      ForecastCategoryName: categoryLabels.get(category) ?? category,
      DefaultProbability: each.stage?.probability ?? 0,
    });
  });
}

export const standardValueSet: RowSync = {
  put({ fullName }, writer) {
    if (fullName === 'OpportunityStage') writeStages(writer);
  },
  remove: () => undefined,
};

/** Every field of a custom metadata record becomes a column of its row. */
export const customMetadata: RowSync = {
  put({ id, fullName, content }, writer) {
    const typeName = `${objectOf(fullName)}__mdt`;
    const values: Row = {};
    for (const each of listOf(content, 'values'))
      values[wordOf(each, 'field') ?? ''] = (each['value'] ?? null) as FieldValue;
    const label = wordOf(content, 'label') ?? nameOf(fullName);
    const name = nameOf(fullName);
    writer.put(typeName, id, {
      ...values,
      DeveloperName: name,
      MasterLabel: label,
      Label: label,
      Language: 'en_US',
      QualifiedApiName: name,
    });
  },
  remove({ id, fullName }, writer) {
    const typeName = `${objectOf(fullName)}__mdt`;
    if (writer.schema.object(typeName)) writer.remove(typeName, id);
  },
};
