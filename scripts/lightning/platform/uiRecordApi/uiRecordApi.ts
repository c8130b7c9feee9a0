export { getRecord, getRecords } from '../data/record-wires.ts';
export {
  createRecord,
  deleteRecord,
  getRecordNotifyChange,
  notifyRecordUpdateAvailable,
  updateRecord,
} from '../data/record-writes.ts';
export {
  createRecordInputFilteredByEditedFields,
  generateRecordInputForCreate,
  generateRecordInputForUpdate,
  getFieldDisplayValue,
  getFieldValue,
} from '../data/record-values.ts';
export { getRecordCreateDefaults, getRecordUi } from '../data/record-ui-wires.ts';
