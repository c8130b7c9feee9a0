import type {
  Flow,
  FlowCondition,
  FlowConnector,
  FlowElementReferenceOrValue,
  FlowRecordFilter,
} from '@salesforce/types/metadata';
import type { Component } from '../schema/model.ts';

/** A part of a flow as it was deployed: what the file left out is absent, also where the declared type says array. */
export type Sparse<T> = T extends readonly (infer Item)[]
  ? readonly Sparse<Item>[]
  : T extends Date
    ? string
    : T extends object
      ? { readonly [Key in keyof T]?: Sparse<T[Key]> }
      : T;

export type FlowContent = Sparse<Flow>;
export type Value = Sparse<FlowElementReferenceOrValue>;
export type Filter = Sparse<FlowRecordFilter>;
export type Condition = Sparse<FlowCondition>;
export type Connector = Sparse<FlowConnector>;

/** One part of a repeated element of the flow: `Part<'decisions'>`. */
export type Part<Tag extends keyof FlowContent> =
  NonNullable<FlowContent[Tag]> extends readonly (infer Item)[] ? Item : never;

export const contentOf = (component: Component): FlowContent => component.content;
