import decided from '@salesforce/label/c.MF_Queue_Served';
import emergency from '@salesforce/label/c.MF_Board_Emergency';
import empty from '@salesforce/label/c.MF_Queue_Empty';
import how from '@salesforce/label/c.MF_Queue_How';
import loading from '@salesforce/label/c.MF_Board_Loading';
import mine from '@salesforce/label/c.MF_Queue_Mine';
import more from '@salesforce/label/c.MF_Board_More';
import notScored from '@salesforce/label/c.MF_Board_Not_Scored';
import number from '@salesforce/label/c.MF_Queue_Number';
import onlyMine from '@salesforce/label/c.MF_Queue_Only_Mine';
import overridden from '@salesforce/label/c.MF_Board_Overridden';
import rank from '@salesforce/label/c.MF_Queue_Rank';
import reason from '@salesforce/label/c.MF_Queue_Reason';
import retry from '@salesforce/label/c.MF_Gate_Retry';
import serving from '@salesforce/label/c.MF_Board_Serving';
import state from '@salesforce/label/c.MF_Queue_State';
import title from '@salesforce/label/c.MF_Queue_Title';
import waiting from '@salesforce/label/c.MF_Queue_Waiting';
import waitsCheck from '@salesforce/label/c.MF_Queue_Waits_Check';
import waitsRun from '@salesforce/label/c.MF_Queue_Waits_Run';
import weeks from '@salesforce/label/c.MF_Board_Order_Weeks';
import work from '@salesforce/label/c.MF_Queue_Work';
import worth from '@salesforce/label/c.MF_Queue_Worth';

/** The words of this component in the user's language. */
export const labels = {
  decided,
  emergency,
  empty,
  how,
  loading,
  mine,
  more,
  notScored,
  number,
  onlyMine,
  overridden,
  rank,
  reason,
  retry,
  serving,
  state,
  title,
  waiting,
  waitsCheck,
  waitsRun,
  weeks,
  work,
  worth,
};
