import order from '@salesforce/label/c.MF_Check_Step_Order';
import what from '@salesforce/label/c.MF_Check_Step_What';
import deliverable from '@salesforce/label/c.MF_Check_Step_Deliverable';
import skills from '@salesforce/label/c.MF_Need_Title';
import need from '@salesforce/label/c.MF_Check_Step_Need';
import needMandatory from '@salesforce/label/c.MF_Check_Step_Need_Mandatory';
import work from '@salesforce/label/c.MF_Check_Step_Work';
import when from '@salesforce/label/c.MF_Check_Step_When';
import where from '@salesforce/label/c.MF_Check_Step_Where';
import hours from '@salesforce/label/c.MF_Order_Hours';
import hoursOfMany from '@salesforce/label/c.MF_Check_Step_Hours_Of_Many';
import gate from '@salesforce/label/c.MF_Check_Step_Gate';
import gateNothing from '@salesforce/label/c.MF_Check_Step_Gate_Nothing';
import budget from '@salesforce/label/c.MF_Cost_Budget';
import budgetLeft from '@salesforce/label/c.MF_Check_Step_Budget_Left';
import noBudget from '@salesforce/label/c.MF_Cost_No_Budget';
import budgetTight from '@salesforce/label/c.MF_Cost_Warning';
import budgetGone from '@salesforce/label/c.MF_Check_Step_Budget_Gone';
import worth from '@salesforce/label/c.MF_Check_Step_Worth';
import unknown from '@salesforce/label/c.MF_Check_Step_Unknown';
import estimate from '@salesforce/label/c.MF_Check_Step_Estimate';
import factor from '@salesforce/label/c.MF_Check_Step_Factor';
import early from '@salesforce/label/c.MF_Check_Step_Early';
import margin from '@salesforce/label/c.MF_Check_Step_Margin';
import probability from '@salesforce/label/c.MF_Worth_Probability';
import tier from '@salesforce/label/c.MF_Check_Step_Tier';
import factorValue from '@salesforce/label/c.MF_Worth_Value';
import factorTier from '@salesforce/label/c.MF_Worth_Tier';
import factorUrgency from '@salesforce/label/c.MF_Worth_Urgency';
import factorReadiness from '@salesforce/label/c.MF_Worth_Readiness';
import factorShowcase from '@salesforce/label/c.MF_Worth_Showcase';
import type { Factor } from './worthNow';

/** The words of this component in the user's language. */
export const labels = {
  order,
  what,
  deliverable,
  skills,
  need,
  needMandatory,
  work,
  when,
  where,
  hours,
  hoursOfMany,
  gate,
  gateNothing,
  budget,
  budgetLeft,
  noBudget,
  budgetTight,
  budgetGone,
  worth,
  unknown,
  estimate,
  factor,
  early,
  margin,
  probability,
  tier,
};

export const factorWords: Readonly<Record<Factor, string>> = {
  value: factorValue,
  probability,
  tier: factorTier,
  urgency: factorUrgency,
  readiness: factorReadiness,
  showcase: factorShowcase,
};
