import type { SQLInputValue } from 'node:sqlite';
import { DateTime } from 'luxon';
import type { FieldType } from '../../schema/model.ts';
import { normalizeId } from '../../store/ids.ts';
import type { LiteralNode } from '../parse/query-tree.ts';
import { plainText } from '../parse/string-text.ts';
import { isId, isNumber, isText, type Resolved } from './expression.ts';
import type { Resolution } from './resolution.ts';

/** A literal as the store holds it; the platform's error when it does not fit the field. Date literals are ranges: see date-literals.ts. */
export function literalValue(resolution: Resolution, left: Resolved, literal: LiteralNode): SQLInputValue {
  if (literal.type === 'null') return null;
  if (isId(left.type)) return idValue(resolution, left, literal);
  if (isText(left.type)) {
    if (literal.type !== 'string') throw wrongType(resolution, left, literal);
    return plainText(literal, resolution.source);
  }
  if (isNumber(left.type)) {
    if (literal.type !== 'number' && !(literal.type === 'currency' && left.type === 'currency'))
      throw wrongType(resolution, left, literal);
    return Number(literal.text.replace(/^[A-Za-z]{3}/, ''));
  }
  if (literal.type !== left.type) throw wrongType(resolution, left, literal);
  return timeValue(resolution, left, literal);
}

function timeValue(resolution: Resolution, left: Resolved, literal: LiteralNode): SQLInputValue {
  if (left.type === 'boolean') return literal.text === 'TRUE' ? 1 : 0;
  if (left.type === 'time')
    return `${literal.text.replace('Z', '').split('.')[0] ?? ''}.${(literal.text.split('.')[1] ?? '').replace('Z', '').padEnd(3, '0')}`;
  const moment = DateTime.fromISO(literal.text, { zone: 'utc' });
  if (!moment.isValid)
    throw resolution.error(
      'MALFORMED_QUERY',
      literal.at,
      `Invalid ${left.type === 'date' ? 'date' : 'dateTime'}: ${literal.text}`,
    );
  return left.type === 'date' ? moment.toISODate() : moment.toISO();
}

function idValue(resolution: Resolution, left: Resolved, literal: LiteralNode): SQLInputValue {
  if (literal.type !== 'string') throw wrongType(resolution, left, literal);
  const text = plainText(literal, resolution.source);
  if (text === '') return null;
  const id = normalizeId(text);
  if (id === undefined)
    throw resolution.error('INVALID_QUERY_FILTER_OPERATOR', literal.at, `invalid ID field: ${text}`);
  return id;
}

const WORDS: Readonly<Partial<Record<FieldType, string>>> = {
  currency: 'double',
  percent: 'double',
  datetime: 'dateTime',
  reference: 'id',
  textarea: 'string',
  picklist: 'string',
  multipicklist: 'string',
  combobox: 'string',
  email: 'string',
  phone: 'string',
  url: 'string',
  encryptedstring: 'string',
  anyType: 'string',
};

export function wrongType(resolution: Resolution, left: Resolved, literal: LiteralNode): Error {
  const word = WORDS[left.type] ?? left.type;
  const quotes =
    isText(left.type) || isId(left.type) ? 'should be enclosed in quotes' : 'should not be enclosed in quotes';
  const message = `value of filter criterion for field '${left.field?.name ?? left.name}' must be of type ${word} and ${quotes}`;
  return resolution.error('INVALID_FIELD', literal.at, message);
}
