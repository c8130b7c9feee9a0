import title from '@salesforce/label/c.MF_Cost_Title';
import loading from '@salesforce/label/c.MF_Cost_Loading';
import retry from '@salesforce/label/c.MF_Gate_Retry';
import noDeal from '@salesforce/label/c.MF_Cost_No_Deal';
import empty from '@salesforce/label/c.MF_Cost_Empty';
import used from '@salesforce/label/c.MF_Cost_Used';
import spent from '@salesforce/label/c.MF_Cost_Spent';
import budget from '@salesforce/label/c.MF_Cost_Budget';
import left from '@salesforce/label/c.MF_Cost_Left';
import overBy from '@salesforce/label/c.MF_Cost_Over_By';
import noBudget from '@salesforce/label/c.MF_Cost_No_Budget';
import warning from '@salesforce/label/c.MF_Cost_Warning';
import over from '@salesforce/label/c.MF_Cost_Over';
import released from '@salesforce/label/c.MF_Cost_Released';
import stopLoss from '@salesforce/label/c.MF_Cost_Stop_Loss';
import byStage from '@salesforce/label/c.MF_Cost_By_Stage';
import stage from '@salesforce/label/c.MF_Cost_Stage';
import planned from '@salesforce/label/c.MF_Cost_Planned';
import worked from '@salesforce/label/c.MF_Cost_Worked';
import people from '@salesforce/label/c.MF_Cost_People';
import expenses from '@salesforce/label/c.MF_Cost_Expenses';
import days from '@salesforce/label/c.MF_Cost_Days';
import ofMargin from '@salesforce/label/c.MF_Cost_Of_Margin';
import totalsOnly from '@salesforce/label/c.MF_Cost_Totals_Only';
import hoursOnly from '@salesforce/label/c.MF_Cost_Hours_Only';

/** The words of this component in the user's language. */
export const labels = {
  title,
  loading,
  retry,
  noDeal,
  empty,
  used,
  spent,
  budget,
  left,
  overBy,
  noBudget,
  warning,
  over,
  released,
  stopLoss,
  byStage,
  stage,
  planned,
  worked,
  people,
  expenses,
  days,
  ofMargin,
  totalsOnly,
  hoursOnly,
};
