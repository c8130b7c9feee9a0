import compareFor from '@salesforce/label/c.MF_Board_Compare_For';
import confirmed from '@salesforce/label/c.MF_Board_Confirmed';
import confirmedAll from '@salesforce/label/c.MF_Board_Confirmed_All';
import deferHelp from '@salesforce/label/c.MF_Board_Defer_Help';
import deferTitle from '@salesforce/label/c.MF_Board_Defer';
import loading from '@salesforce/label/c.MF_Board_Loading';
import noAccess from '@salesforce/label/c.MF_Board_No_Access';
import pickOrder from '@salesforce/label/c.MF_Board_Pick_Order';
import proposalFor from '@salesforce/label/c.MF_Board_Proposal_For';
import proposed from '@salesforce/label/c.MF_Board_Proposed';
import refusedBy from '@salesforce/label/c.MF_Board_Refused_By';
import reject from '@salesforce/label/c.MF_Board_Reject';
import rejectHelp from '@salesforce/label/c.MF_Board_Reject_Help';
import retry from '@salesforce/label/c.MF_Gate_Retry';
import saved from '@salesforce/label/c.MF_Board_Saved';
import stale from '@salesforce/label/c.MF_Board_Stale';
import title from '@salesforce/label/c.MF_Board_Title';
import windowOver from '@salesforce/label/c.MF_Board_Window_Over';

/** The words of this component in the user's language. */
export const labels = {
  compareFor,
  confirmed,
  confirmedAll,
  deferHelp,
  deferTitle,
  loading,
  noAccess,
  pickOrder,
  proposalFor,
  proposed,
  refusedBy,
  reject,
  rejectHelp,
  retry,
  saved,
  stale,
  title,
  windowOver,
};
