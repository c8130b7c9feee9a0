import type { Component } from '../../schema/model.ts';
import type { RowWriter } from './row-writer.ts';

/** How components of one type show in setup objects. */
export interface RowSync {
  put(component: Component, writer: RowWriter): void;
  remove(component: Component, writer: RowWriter): void;
}
