import { gql } from 'lightning/graphql';
import LANG from '@salesforce/i18n/lang';

/** One request for everything the panel shows: the deal, its gates, their checks and the waivers asked for. */
export const GATE_QUERY = gql`
  query gateOfOpportunity($id: ID!) {
    uiapi {
      query {
        Opportunity(where: { Id: { eq: $id } }, first: 1) {
          edges {
            node {
              Id
              StageName {
                value
                label
              }
              IsClosed {
                value
              }
              IsWon {
                value
              }
              MF_Deal_Type__c {
                value
                label
              }
            }
          }
        }
        MF_Deal__c(where: { Opportunity__c: { eq: $id } }, first: 1) {
          edges {
            node {
              Id
              Current_Gate__c {
                value
              }
              Phase__c {
                value
              }
              Is_Conditional__c {
                value
              }
              Has_Lapsed_Condition__c {
                value
              }
            }
          }
        }
        MF_Gate__c(
          where: { Deal__r: { Opportunity__c: { eq: $id } } }
          orderBy: { Stage_Order__c: { order: ASC } }
          first: 30
        ) {
          edges {
            node {
              Id
              Stage__c {
                value
              }
              Stage_Value__c {
                value
              }
              Stage_Order__c {
                value
              }
              After_Win__c {
                value
              }
              Is_Met__c {
                value
              }
              Score__c {
                value
              }
              Threshold__c {
                value
              }
              Planned_Checks__c {
                value
              }
              Planned_Weight__c {
                value
              }
              Passed_Weight__c {
                value
              }
              Open_Mandatory__c {
                value
              }
              Open_Blocking__c {
                value
              }
              Left_On__c {
                value
              }
              Stage__r {
                Name {
                  value
                }
                Name_Zh__c {
                  value
                }
                Guidance_En__c {
                  value
                }
                Guidance_Zh__c {
                  value
                }
              }
            }
          }
        }
        MF_Check__c(
          where: { Gate__r: { Deal__r: { Opportunity__c: { eq: $id } } } }
          orderBy: { Order__c: { order: ASC } }
          first: 300
        ) {
          edges {
            node {
              Id
              Gate__c {
                value
              }
              Title_En__c {
                value
              }
              Title_Zh__c {
                value
              }
              Kind__c {
                value
                label
              }
              Status__c {
                value
                label
              }
              Weight__c {
                value
              }
              Mandatory__c {
                value
              }
              Blocking__c {
                value
              }
              Role_Key__c {
                value
              }
              Answer__c {
                value
              }
              Evidence__c {
                value
              }
              Evidence_Required__c {
                value
              }
              Due_On__c {
                value
              }
              Expires_On__c {
                value
              }
              Validity_Days__c {
                value
              }
              Waived__c {
                value
              }
              Waived_Until__c {
                value
              }
              Assignee__c {
                value
              }
              Assignee__r {
                Name {
                  value
                }
              }
              Definition__r {
                Why_En__c {
                  value
                }
                Why_Zh__c {
                  value
                }
                Answer_Type__c {
                  value
                }
                Options_En__c {
                  value
                }
                Options_Zh__c {
                  value
                }
                Regulation_Source__c {
                  value
                }
                Owner_Role__r {
                  Name {
                    value
                  }
                  Name_Zh__c {
                    value
                  }
                }
              }
            }
          }
        }
        MF_Waiver__c(
          where: { and: [{ Deal__r: { Opportunity__c: { eq: $id } } }, { Status__c: { eq: "Requested" } }] }
          first: 50
        ) {
          edges {
            node {
              Id
              Check__c {
                value
              }
              Reason__c {
                value
              }
              Expires_On__c {
                value
              }
              Requested_By__c {
                value
              }
              Requested_By__r {
                Name {
                  value
                }
              }
              Approver__c {
                value
              }
              Compliance_By__c {
                value
              }
            }
          }
        }
      }
    }
  }
`;

/** The field criteria of one stage. They are no checks: each is a validation rule, shown live before the save. */
export const CRITERIA_QUERY = gql`
  query criteriaOfStage($stage: ID!) {
    uiapi {
      query {
        MF_Check_Definition__c(
          where: { and: [{ Stage__c: { eq: $stage } }, { Kind__c: { eq: "Field" } }] }
          orderBy: { Order__c: { order: ASC } }
          first: 50
        ) {
          edges {
            node {
              Id
              Title_En__c {
                value
              }
              Title_Zh__c {
                value
              }
              Criterion_Field__c {
                value
              }
              Criterion_Operator__c {
                value
              }
              Criterion_Value__c {
                value
              }
            }
          }
        }
      }
    }
  }
`;

type Leaf = { readonly value: string | number | boolean | null; readonly label?: string | null } | null | undefined;
export type Node = { readonly Id: string } & Readonly<Record<string, unknown>>;

/** A GraphQL answer's rows of one object. */
export function rowsOf(data: unknown, object: string): Node[] {
  const query = (data as { uiapi?: { query?: Record<string, { edges?: readonly { node: Node }[] }> } } | undefined)
    ?.uiapi?.query;
  return (query?.[object]?.edges ?? []).map((edge) => edge.node);
}

/** The value at a path of fields and parents, null where any step is blank. */
export function valueAt(node: unknown, ...path: string[]): string | number | boolean | null {
  const found = path.reduce<unknown>(
    (at, name) => (at as Record<string, unknown> | null | undefined)?.[name],
    node,
  ) as Leaf;
  return found?.value ?? null;
}

/** The picklist's word in the user's language. */
export function labelAt(node: unknown, field: string): string {
  const leaf = (node as Record<string, Leaf>)[field];
  return String(leaf?.label ?? leaf?.value ?? '');
}

/** Chinese or English of a pair of fields, by the user's language; the other one where the wanted is blank. */
export function inLanguage(node: unknown, english: string[], chinese: string[]): string {
  const [en, zh] = [valueAt(node, ...english), valueAt(node, ...chinese)];
  return String((LANG.startsWith('zh') ? (zh ?? en) : (en ?? zh)) ?? '');
}

export interface Gate {
  readonly id: string;
  readonly stageId: string;
  readonly value: string;
  readonly name: string;
  readonly guidance: string;
  readonly order: number;
  readonly afterWin: boolean;
  readonly met: boolean;
  readonly left: boolean;
  readonly score: number;
  readonly threshold: number;
  readonly planned: number;
  readonly openMandatory: number;
  readonly openBlocking: number;
}

export interface Check {
  readonly id: string;
  readonly gateId: string;
  readonly title: string;
  readonly why: string;
  readonly source: string;
  readonly kind: string;
  readonly kindLabel: string;
  readonly status: string;
  readonly statusLabel: string;
  readonly weight: number;
  readonly mandatory: boolean;
  readonly blocking: boolean;
  readonly roleName: string;
  readonly assigneeId: string | null;
  readonly assigneeName: string;
  readonly answer: string;
  readonly answerType: string;
  readonly options: readonly string[];
  readonly evidence: string;
  readonly evidenceRequired: boolean;
  readonly dueOn: string | null;
  readonly expiresOn: string | null;
  readonly validityDays: number | null;
  readonly waived: boolean;
  readonly waivedUntil: string | null;
  readonly waiver: Waiver | null;
}

export interface Waiver {
  readonly id: string;
  readonly checkId: string;
  readonly reason: string;
  readonly expiresOn: string;
  readonly requestedBy: string;
  readonly requestedByName: string;
  readonly approver: string | null;
  readonly complianceBy: string | null;
}

export function gatesOf(data: unknown): Gate[] {
  return rowsOf(data, 'MF_Gate__c').map((node) => ({
    id: node.Id,
    stageId: String(valueAt(node, 'Stage__c') ?? ''),
    value: String(valueAt(node, 'Stage_Value__c')),
    name: inLanguage(node, ['Stage__r', 'Name'], ['Stage__r', 'Name_Zh__c']) || String(valueAt(node, 'Stage_Value__c')),
    guidance: inLanguage(node, ['Stage__r', 'Guidance_En__c'], ['Stage__r', 'Guidance_Zh__c']),
    order: Number(valueAt(node, 'Stage_Order__c')),
    afterWin: valueAt(node, 'After_Win__c') === true,
    met: valueAt(node, 'Is_Met__c') === true,
    left: valueAt(node, 'Left_On__c') !== null,
    score: Number(valueAt(node, 'Score__c') ?? 0),
    threshold: Number(valueAt(node, 'Threshold__c') ?? 0),
    planned: Number(valueAt(node, 'Planned_Checks__c') ?? 0),
    openMandatory: Number(valueAt(node, 'Open_Mandatory__c') ?? 0),
    openBlocking: Number(valueAt(node, 'Open_Blocking__c') ?? 0),
  }));
}

export function waiversOf(data: unknown): Waiver[] {
  const text = (node: Node, ...path: string[]) => String(valueAt(node, ...path) ?? '');
  return rowsOf(data, 'MF_Waiver__c').map((node) => ({
    id: node.Id,
    checkId: text(node, 'Check__c'),
    reason: text(node, 'Reason__c'),
    expiresOn: text(node, 'Expires_On__c'),
    requestedBy: text(node, 'Requested_By__c'),
    requestedByName: text(node, 'Requested_By__r', 'Name'),
    approver: valueAt(node, 'Approver__c') as string | null,
    complianceBy: valueAt(node, 'Compliance_By__c') as string | null,
  }));
}

export function checksOf(data: unknown): Check[] {
  const waivers = waiversOf(data);
  return rowsOf(data, 'MF_Check__c').map((node) =>
    toCheck(node, waivers.find((waiver) => waiver.checkId === node.Id) ?? null),
  );
}

function toCheck(node: Node, waiver: Waiver | null): Check {
  const text = (...path: string[]) => String(valueAt(node, ...path) ?? '');
  const orNull = (field: string) => valueAt(node, field) as string | null;
  return {
    id: node.Id,
    gateId: text('Gate__c'),
    title: inLanguage(node, ['Title_En__c'], ['Title_Zh__c']),
    why: inLanguage(node, ['Definition__r', 'Why_En__c'], ['Definition__r', 'Why_Zh__c']),
    source: text('Definition__r', 'Regulation_Source__c'),
    kind: text('Kind__c'),
    kindLabel: labelAt(node, 'Kind__c'),
    status: text('Status__c'),
    statusLabel: labelAt(node, 'Status__c'),
    weight: Number(valueAt(node, 'Weight__c') ?? 0),
    mandatory: valueAt(node, 'Mandatory__c') === true,
    blocking: valueAt(node, 'Blocking__c') === true,
    roleName:
      inLanguage(node, ['Definition__r', 'Owner_Role__r', 'Name'], ['Definition__r', 'Owner_Role__r', 'Name_Zh__c']) ||
      text('Role_Key__c'),
    assigneeId: orNull('Assignee__c'),
    assigneeName: text('Assignee__r', 'Name'),
    answer: text('Answer__c'),
    answerType: text('Definition__r', 'Answer_Type__c') || 'Text',
    options: inLanguage(node, ['Definition__r', 'Options_En__c'], ['Definition__r', 'Options_Zh__c'])
      .split('\n')
      .filter(Boolean),
    evidence: text('Evidence__c'),
    evidenceRequired: valueAt(node, 'Evidence_Required__c') === true,
    dueOn: orNull('Due_On__c'),
    expiresOn: orNull('Expires_On__c'),
    validityDays: valueAt(node, 'Validity_Days__c') as number | null,
    waived: valueAt(node, 'Waived__c') === true,
    waivedUntil: orNull('Waived_Until__c'),
    waiver,
  };
}
