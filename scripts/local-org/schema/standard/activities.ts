import {
  area,
  bool,
  createOnly,
  date,
  datetime,
  int,
  lookup,
  pick,
  readOnly,
  required,
  restrictedPick,
  text,
} from './field-table.ts';
import { dataObject } from './object-table.ts';

const related = 'Account|Opportunity|Campaign|Product2';

export const task = dataObject('Task', '00T', 'Task', { owners: 'Group|User', sharing: 'Private', viewed: false }, [
  lookup('WhoId', 'Name ID', 'Contact|Lead', 'Tasks'),
  lookup('WhatId', 'Related To ID', related, 'Tasks'),
  text('Subject', 'Subject', 255, { type: 'combobox', nameField: true, picklist: { restricted: false, values: [] } }),
  date('ActivityDate', 'Due Date Only'),
  pick('Status', 'Status', '*Not Started|In Progress|Completed|Waiting on someone else|Deferred', required),
  pick('Priority', 'Priority', 'High|*Normal|Low', required),
  bool('IsHighPriority', 'High Priority', readOnly),
  area('Description', 'Description', 32000),
  lookup('AccountId', 'Account ID', 'Account', undefined, readOnly),
  bool('IsClosed', 'Closed', readOnly),
  pick('Type', 'Type', 'Call|Email|Meeting|Other'),
  restrictedPick('TaskSubtype', 'Task Subtype', '*Task|Email|ListEmail|Cadence|Call|LinkedIn', {
    ...createOnly,
    permissionable: false,
  }),
  int('CallDurationInSeconds', 'Call Duration'),
  datetime('CompletedDateTime', 'Completed Date', readOnly),
  bool('IsReminderSet', 'Reminder Set', { permissionable: false }),
  datetime('ReminderDateTime', 'Reminder Date/Time', { permissionable: false }),
  bool('IsArchived', 'Archived', readOnly),
]);

export const event = dataObject('Event', '00U', 'Event', { owners: 'User', sharing: 'Private', viewed: false }, [
  lookup('WhoId', 'Name ID', 'Contact|Lead', 'Events'),
  lookup('WhatId', 'Related To ID', related, 'Events'),
  text('Subject', 'Subject', 255, { type: 'combobox', nameField: true, picklist: { restricted: false, values: [] } }),
  text('Location', 'Location', 255),
  bool('IsAllDayEvent', 'All-Day Event', { permissionable: false }),
  datetime('ActivityDateTime', 'Due Date Time'),
  date('ActivityDate', 'Due Date Only'),
  int('DurationInMinutes', 'Duration', { permissionable: false }),
  datetime('StartDateTime', 'Start Date Time'),
  datetime('EndDateTime', 'End Date Time'),
  area('Description', 'Description', 32000),
  lookup('AccountId', 'Account ID', 'Account', undefined, readOnly),
  bool('IsPrivate', 'Private'),
  pick('Type', 'Type', 'Call|Email|Meeting|Other'),
  restrictedPick('ShowAs', 'Show Time As', '*Busy|OutOfOffice=Out of Office|Free', { length: 40 }),
  bool('IsReminderSet', 'Reminder Set', { permissionable: false }),
  datetime('ReminderDateTime', 'Reminder Date/Time', { permissionable: false }),
]);
