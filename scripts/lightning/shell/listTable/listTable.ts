import LightningDatatable from 'lightning/datatable';
import picklistEdit from './picklistEdit.html';
import picklistView from './picklistView.html';

/** The platform's table with a picklist that can be edited in its cell. */
export default class ListTable extends LightningDatatable {
  static customTypes = {
    picklist: {
      template: picklistView,
      editTemplate: picklistEdit,
      standardCellLayout: true,
      typeAttributes: ['options', 'label', 'text'],
    },
  };
}
