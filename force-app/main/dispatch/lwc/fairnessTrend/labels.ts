import alignment from '@salesforce/label/c.MF_Trend_Alignment';
import bias from '@salesforce/label/c.MF_Trend_Bias';
import biasHelp from '@salesforce/label/c.MF_Trend_Bias_Help';
import chartConnections from '@salesforce/label/c.MF_Trend_Connections';
import chartEnvy from '@salesforce/label/c.MF_Trend_Chart_Envy';
import chartFairness from '@salesforce/label/c.MF_Trend_Chart_Fairness';
import chartManual from '@salesforce/label/c.MF_Trend_Chart_Manual';
import chartService from '@salesforce/label/c.MF_Trend_Chart_Service';
import coverage from '@salesforce/label/c.MF_Trend_Coverage';
import emergency from '@salesforce/label/c.MF_Trend_Emergency';
import empty from '@salesforce/label/c.MF_Trend_Empty';
import envy from '@salesforce/label/c.MF_Trend_Envy';
import fill from '@salesforce/label/c.MF_Trend_Fill';
import gini from '@salesforce/label/c.MF_Trend_Gini';
import jain from '@salesforce/label/c.MF_Trend_Jain';
import loading from '@salesforce/label/c.MF_Board_Loading';
import nomination from '@salesforce/label/c.MF_Trend_Nomination';
import orders from '@salesforce/label/c.MF_Trend_Orders';
import override from '@salesforce/label/c.MF_Trend_Override';
import retry from '@salesforce/label/c.MF_Gate_Retry';
import run from '@salesforce/label/c.MF_Trend_Run';
import seniority from '@salesforce/label/c.MF_Trend_Seniority';
import sla from '@salesforce/label/c.MF_Trend_Sla';
import table from '@salesforce/label/c.MF_Trend_Table';
import tableHide from '@salesforce/label/c.MF_Board_Hide';
import target from '@salesforce/label/c.MF_Trend_Target';
import title from '@salesforce/label/c.MF_Trend_Title';
import when from '@salesforce/label/c.MF_Trend_When';

/** The words of this component in the user's language. */
export const labels = {
  alignment,
  bias,
  biasHelp,
  chartConnections,
  chartEnvy,
  chartFairness,
  chartManual,
  chartService,
  coverage,
  emergency,
  empty,
  envy,
  fill,
  gini,
  jain,
  loading,
  nomination,
  orders,
  override,
  retry,
  run,
  seniority,
  sla,
  table,
  tableHide,
  target,
  title,
  when,
};
