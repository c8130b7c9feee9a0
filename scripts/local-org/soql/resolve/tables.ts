import type { Field, SObjectType } from '../../schema/model.ts';
import { quoted } from '../../store/table-layout.ts';
import type { Resolution } from './resolution.ts';
import { joined, raw, sql, type Sql } from './sql.ts';

/** One table in a FROM clause under its alias. */
export interface TableRef {
  readonly alias: string;
  readonly type: SObjectType;
}

/** The FROM clause of one SELECT: its object and the parents that paths and formulas reach. */
export class Tables {
  readonly root: TableRef;
  readonly #resolution: Resolution;
  readonly #parents = new Map<string, TableRef>();
  readonly #joins: Sql[] = [];
  readonly #rootSource: Sql;

  /** `rows`: what stands in for the table of an object that has none. */
  constructor(resolution: Resolution, type: SObjectType, rows?: Sql) {
    this.#resolution = resolution;
    this.root = { alias: resolution.nextAlias(), type };
    this.#rootSource = rows ?? raw(quoted(type.name));
  }

  /** Joined once however often it is reached. */
  parent(child: TableRef, field: Field, target: SObjectType): TableRef {
    const key = `${child.alias}.${field.name}:${target.name}`;
    let parent = this.#parents.get(key);
    if (!parent) {
      parent = { alias: this.#resolution.nextAlias(), type: target };
      this.#parents.set(key, parent);
      const on = `${parent.alias}."Id" = ${child.alias}.${quoted(field.name)}`;
      this.#joins.push(raw(`LEFT JOIN ${quoted(target.name)} ${parent.alias} ON ${on}`));
    }
    return parent;
  }

  /** Everything after FROM; complete only when all expressions have been resolved. */
  from(): Sql {
    return joined([sql`${this.#rootSource} ${raw(this.root.alias)}`, ...this.#joins], ' ');
  }
}

export function column(table: TableRef, field: Field): Sql {
  return raw(`${table.alias}.${quoted(field.name)}`);
}

/** The natural order of a table, free of charge on a scan and behind every index. */
export function rowOrder(table: TableRef): Sql {
  return sql`${raw(table.alias)}.rowid`;
}
