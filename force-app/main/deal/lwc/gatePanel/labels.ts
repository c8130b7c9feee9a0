import title from '@salesforce/label/c.MF_Gate_Title';
import advance from '@salesforce/label/c.MF_Gate_Advance';
import won from '@salesforce/label/c.MF_Gate_Won';
import finish from '@salesforce/label/c.MF_Gate_Done';
import met from '@salesforce/label/c.MF_Gate_Met';
import notMet from '@salesforce/label/c.MF_Gate_Not_Met';
import counts from '@salesforce/label/c.MF_Gate_Counts';
import conditionMet from '@salesforce/label/c.MF_Gate_Condition_Met';
import conditionOpen from '@salesforce/label/c.MF_Gate_Condition_Open';
import conditionNow from '@salesforce/label/c.MF_Gate_Condition_Now';
import blank from '@salesforce/label/c.MF_Gate_Blank';
import conditional from '@salesforce/label/c.MF_Gate_Conditional';
import lapsed from '@salesforce/label/c.MF_Gate_Lapsed';
import refused from '@salesforce/label/c.MF_Gate_Refused';
import moved from '@salesforce/label/c.MF_Gate_Moved';
import behind from '@salesforce/label/c.MF_Gate_Behind';
import ahead from '@salesforce/label/c.MF_Gate_Ahead';
import skipped from '@salesforce/label/c.MF_Gate_Skipped';
import loading from '@salesforce/label/c.MF_Gate_Loading';
import retry from '@salesforce/label/c.MF_Gate_Retry';
import noAccess from '@salesforce/label/c.MF_Gate_No_Access';
import noDeal from '@salesforce/label/c.MF_Gate_No_Deal';
import offTrack from '@salesforce/label/c.MF_Gate_Off_Track';
import lost from '@salesforce/label/c.MF_Gate_Lost';

/** The words of this component in the user's language. */
export const labels = {
  title,
  advance,
  won,
  finish,
  met,
  notMet,
  counts,
  conditionMet,
  conditionOpen,
  conditionNow,
  blank,
  conditional,
  lapsed,
  refused,
  moved,
  behind,
  ahead,
  skipped,
  loading,
  retry,
  noAccess,
  noDeal,
  offTrack,
  lost,
};
