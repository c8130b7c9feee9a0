import type { Check } from '../../model/playbook/check.ts';
import type { IndustryPack } from '../../model/playbook/industry-pack.ts';
import type { Playbook, Stage } from '../../model/playbook/playbook.ts';
import type { Role } from '../../model/playbook/role.ts';
import type { OrgRecord } from '../../salesforce/org-port.ts';

/** The rows of one object, keyed by its external id. Order of the sets is the order of writing. */
export interface RowSet {
  readonly object: string;
  readonly externalIdField: string;
  readonly rows: readonly OrgRecord[];
}

/** `M1|1.0`, `M1|1.0|S5`, `M1|1.0|S5-ATB`: how a definition is found again, whatever its id in this org. */
export function playbookKey(playbook: Playbook): string {
  return `${playbook.key}|${playbook.version}`;
}

export function roleRows(roles: readonly Role[]): RowSet {
  const rows = roles.map((role) => ({
    Key__c: role.key,
    Name: role.name.en,
    Name_Zh__c: role.name.zh,
    Duty_En__c: role.duty.en,
    Duty_Zh__c: role.duty.zh,
    Authority_En__c: role.authority.en,
    Authority_Zh__c: role.authority.zh,
    Interest_En__c: role.interest.en,
    Interest_Zh__c: role.interest.zh,
    Team_Role__c: role.team_role ?? null,
  }));
  return { object: 'MF_Role__c', externalIdField: 'Key__c', rows };
}

/** The playbook itself, as a draft: its parts are written while it is one. */
export function playbookRow(playbook: Playbook): OrgRecord {
  return {
    Key_Version__c: playbookKey(playbook),
    Name: playbook.name.en,
    Name_Zh__c: playbook.name.zh,
    Key__c: playbook.key,
    Version__c: playbook.version,
    Deal_Type__c: playbook.deal_type,
    Effective_From__c: playbook.effective_from,
    Presales_Budget_Percent__c: playbook.presales_budget_percent,
    Presales_Hour_Limit__c: playbook.presales_hour_limit ?? null,
    Amount_Limit__c: playbook.amount_limit ?? null,
  };
}

export function partRows(playbook: Playbook, packs: readonly IndustryPack[]): RowSet[] {
  const joined = packs.filter((pack) => pack.applies_to.includes(playbook.deal_type));
  return [
    {
      object: 'MF_Stage__c',
      externalIdField: 'Key__c',
      rows: playbook.stages.map((stage) => stageRow(playbook, stage)),
    },
    {
      object: 'MF_Check_Definition__c',
      externalIdField: 'Key__c',
      rows: playbook.stages.flatMap((stage) => checkRows(playbook, stage, joined)),
    },
    {
      object: 'MF_Responsibility__c',
      externalIdField: 'Key__c',
      rows: playbook.stages.flatMap((stage) => responsibilityRows(playbook, stage)),
    },
  ];
}

function stageRow(playbook: Playbook, stage: Stage): OrgRecord {
  return {
    Key__c: `${playbookKey(playbook)}|${stage.key}`,
    Playbook__r: { Key_Version__c: playbookKey(playbook) },
    Name: stage.name.en,
    Name_Zh__c: stage.name.zh,
    Code__c: stage.key,
    Stage_Value__c: stage.value,
    Order__c: stage.order,
    Nominal_Probability__c: stage.probability,
    Budget_Percent__c: stage.budget_percent ?? null,
    Standard_Days__c: stage.standard_days,
    Threshold__c: stage.threshold,
    Decision__c: stage.decision ?? 'None',
    After_Win__c: stage.post_win,
    Guidance_En__c: stage.guidance?.en ?? null,
    Guidance_Zh__c: stage.guidance?.zh ?? null,
  };
}

/** The stage's own checks, then each pack's in the order of the packs. */
function checkRows(playbook: Playbook, stage: Stage, packs: readonly IndustryPack[]): OrgRecord[] {
  const own = stage.checks.map((check) => ({ check, industry: 'All' }));
  const added = packs.flatMap((pack) =>
    pack.stages
      .filter((entry) => entry.stage === stage.key)
      .flatMap((entry) => entry.checks.map((check) => ({ check, industry: pack.industry }))),
  );
  return [...own, ...added].map(({ check, industry }, index) => ({
    ...checkRow(check),
    Key__c: `${playbookKey(playbook)}|${check.key}`,
    Stage__r: { Key__c: `${playbookKey(playbook)}|${stage.key}` },
    Industry__c: industry,
    Order__c: (index + 1) * 10,
  }));
}

function checkRow(check: Check): OrgRecord {
  return {
    Title_En__c: check.name.en,
    Title_Zh__c: check.name.zh,
    Why_En__c: check.why?.en ?? null,
    Why_Zh__c: check.why?.zh ?? null,
    Kind__c: check.kind,
    Weight__c: check.weight,
    Mandatory__c: check.mandatory,
    Blocking__c: check.blocking,
    Owner_Role__r: { Key__c: check.owner },
    Evidence_Kind__c: check.evidence,
    Validity_Days__c: check.validity_days ?? null,
    Due_Days__c: check.due_days,
    Answer_Type__c: check.answer?.type ?? null,
    Options_En__c: check.answer?.options?.map((option) => option.en).join('\n') ?? null,
    Options_Zh__c: check.answer?.options?.map((option) => option.zh).join('\n') ?? null,
    Decision__c: check.decision ?? 'None',
    Criterion_Field__c: check.criterion?.field ?? null,
    Criterion_Operator__c: check.criterion?.operator ?? null,
    Criterion_Value__c: check.criterion?.value === undefined ? null : String(check.criterion.value),
    Regulation_Source__c: check.source?.text ?? null,
    Regulation_Checked_On__c: check.source?.checked_on ?? null,
    Participation_En__c: check.participation_point?.en ?? null,
    Participation_Zh__c: check.participation_point?.zh ?? null,
    Assessment_En__c: check.assessment_point?.name.en ?? null,
    Assessment_Zh__c: check.assessment_point?.name.zh ?? null,
    Assessment_Weight__c: check.assessment_point?.weight ?? null,
  };
}

function responsibilityRows(playbook: Playbook, stage: Stage): OrgRecord[] {
  return Object.entries(stage.raci).map(([role, involvement]) => ({
    Key__c: `${playbookKey(playbook)}|${stage.key}|${role}`,
    Stage__r: { Key__c: `${playbookKey(playbook)}|${stage.key}` },
    Role__r: { Key__c: role },
    Involvement__c: involvement,
  }));
}
