import { numberOf, partOf, wordOf, type Content } from '../../schema/content.ts';
import type { Component } from '../../schema/model.ts';
import type { FlowHistory, FlowVersion } from '../flows/history.ts';
import { statusOf } from '../flows/history.ts';
import type { RowWriter } from './row-writer.ts';

/** The rows of a flow: its definition, a row for every version, and the view that clients query. */
export function writeFlowRows(component: Component, history: FlowHistory, writer: RowWriter): void {
  const { id, fullName } = component;
  const latest = history.versions.at(-1);
  const active = history.versions.find((version) => version.number === history.active);
  writer.put('FlowDefinition', id, {
    DeveloperName: fullName,
    MasterLabel: wordOf(latest?.content, 'label') ?? fullName,
    Description: wordOf(latest?.content, 'description') ?? null,
    ActiveVersionId: active?.id ?? null,
    LatestVersionId: latest?.id ?? null,
  });
  for (const version of history.versions) writeVersion(id, history, version, writer);
  if (latest) writeView(component, history, active ?? latest, writer);
}

function writeVersion(DefinitionId: string, history: FlowHistory, version: FlowVersion, writer: RowWriter): void {
  const { content } = version;
  writer.put('Flow', version.id, {
    DefinitionId,
    MasterLabel: wordOf(content, 'label') ?? history.fullName,
    ProcessType: wordOf(content, 'processType') ?? null,
    Description: wordOf(content, 'description') ?? null,
    RunInMode: wordOf(content, 'runInMode') ?? null,
    ApiVersion: numberOf(content, 'apiVersion') ?? null,
    Status: statusOf(history, version),
    VersionNumber: version.number,
  });
}

function writeView({ id, fullName }: Component, history: FlowHistory, shown: FlowVersion, writer: RowWriter): void {
  const start: Content | undefined = partOf(shown.content, 'start');
  const object = wordOf(start, 'object');
  const [known] = writer.find('FlowDefinitionView', 'DurableId', id);
  const active = history.versions.find((version) => version.number === history.active);
  writer.put('FlowDefinitionView', known ? String(known['Id']) : writer.newId('FlowDefinitionView'), {
    DurableId: id,
    ApiName: fullName,
    Label: wordOf(shown.content, 'label') ?? fullName,
    Description: wordOf(shown.content, 'description') ?? null,
    ProcessType: wordOf(shown.content, 'processType') ?? null,
    TriggerType: wordOf(start, 'triggerType') ?? null,
    RecordTriggerType: wordOf(start, 'recordTriggerType') ?? null,
    TriggerObjectOrEventId: object ?? null,
    TriggerObjectOrEventLabel: object ? (writer.schema.object(object)?.label ?? object) : null,
    TriggerOrder: numberOf(shown.content, 'triggerOrder') ?? null,
    ActiveVersionId: active?.id ?? null,
    LatestVersionId: history.versions.at(-1)?.id ?? null,
    VersionNumber: shown.number,
    IsActive: active !== undefined,
  });
}

export function removeFlowRows({ id }: Component, writer: RowWriter): void {
  for (const row of writer.find('FlowDefinitionView', 'DurableId', id))
    writer.remove('FlowDefinitionView', String(row['Id']));
  for (const row of writer.find('Flow', 'DefinitionId', id)) writer.remove('Flow', String(row['Id']));
  writer.remove('FlowDefinition', id);
}
