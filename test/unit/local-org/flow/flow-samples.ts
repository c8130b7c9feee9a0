import type { FlowContent } from '../../../../scripts/local-org/flow/flow-content.ts';
import type { Component } from '../../../../scripts/local-org/schema/model.ts';
import { component } from '../schema/component-samples.ts';

type Part = FlowContent & { readonly start?: object };

/** An active flow; names of elements are free, connectors are written by `to`. */
export function flow(name: string, content: Part): Component {
  return component('Flow', name, {
    label: name,
    apiVersion: 66,
    processType: 'AutoLaunchedFlow',
    status: 'Active',
    ...content,
  });
}

export const to = (targetReference: string): { targetReference: string } => ({ targetReference });

export const text = (stringValue: string): { stringValue: string } => ({ stringValue });
export const number = (numberValue: number): { numberValue: number } => ({ numberValue });
export const bool = (booleanValue: boolean): { booleanValue: boolean } => ({ booleanValue });
export const ref = (elementReference: string): { elementReference: string } => ({ elementReference });

export const beforeSave = (object: string, first: string, more: object = {}): object => ({
  object,
  triggerType: 'RecordBeforeSave',
  recordTriggerType: 'CreateAndUpdate',
  connector: to(first),
  ...more,
});

export const afterSave = (object: string, first: string, more: object = {}): object => ({
  ...beforeSave(object, first),
  triggerType: 'RecordAfterSave',
  ...more,
});
