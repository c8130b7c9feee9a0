import { area, bool, createOnly, currency, detail, pick, readOnly, required, text } from './field-table.ts';
import { dataObject } from './object-table.ts';

export const product2 = dataObject('Product2', '01t', 'Product', {}, [
  text('Name', 'Product Name', 255, { ...required, nameField: true }),
  text('ProductCode', 'Product Code', 255),
  area('Description', 'Product Description', 4000),
  bool('IsActive', 'Active'),
  pick('Family', 'Product Family', 'None'),
  text('StockKeepingUnit', 'Product SKU', 180),
]);

export const pricebook2 = dataObject('Pricebook2', '01s', 'Price Book', {}, [
  text('Name', 'Price Book Name', 255, { ...required, nameField: true }),
  bool('IsActive', 'Active'),
  area('Description', 'Description', 255),
  bool('IsStandard', 'Is Standard Price Book', readOnly),
]);

export const pricebookEntry = dataObject(
  'PricebookEntry',
  '01u',
  'Price Book Entry',
  { plural: 'Price Book Entries', viewed: false },
  [
    text('Name', 'Product Name', 255, { ...readOnly, nameField: true }),
    detail('Pricebook2Id', 'Price Book ID', 'Pricebook2', 'PricebookEntries'),
    detail('Product2Id', 'Product ID', 'Product2', 'PricebookEntries'),
    currency('UnitPrice', 'List Price', 18, 2, required),
    bool('IsActive', 'Active', { permissionable: false }),
    bool('UseStandardPrice', 'Use Standard Price', { permissionable: false }),
    text('ProductCode', 'Product Code', 255, { ...readOnly, ...createOnly, createable: false }),
  ],
);
