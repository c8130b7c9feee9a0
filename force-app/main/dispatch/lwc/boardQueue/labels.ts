import days from '@salesforce/label/c.MF_Board_Duration_Days';
import emergency from '@salesforce/label/c.MF_Board_Emergency';
import empty from '@salesforce/label/c.MF_Board_No_Orders';
import firm from '@salesforce/label/c.MF_Board_Firm';
import hours from '@salesforce/label/c.MF_Board_Duration_Hours';
import minutes from '@salesforce/label/c.MF_Board_Duration_Minutes';
import more from '@salesforce/label/c.MF_Board_More';
import notScored from '@salesforce/label/c.MF_Board_Not_Scored';
import overridden from '@salesforce/label/c.MF_Board_Overridden';
import sensitive from '@salesforce/label/c.MF_Board_Sensitive';
import slaAnswered from '@salesforce/label/c.MF_Board_Sla_Answered';
import slaLate from '@salesforce/label/c.MF_Board_Sla_Late';
import slaLeft from '@salesforce/label/c.MF_Board_Sla_Left';
import slaOver from '@salesforce/label/c.MF_Board_Sla_Over';
import title from '@salesforce/label/c.MF_Board_Queue';
import weeks from '@salesforce/label/c.MF_Board_Order_Weeks';
import worth from '@salesforce/label/c.MF_Board_Worth';

/** The words of this component in the user's language. */
export const labels = {
  days,
  emergency,
  empty,
  firm,
  hours,
  minutes,
  more,
  notScored,
  overridden,
  sensitive,
  slaAnswered,
  slaLate,
  slaLeft,
  slaOver,
  title,
  weeks,
  worth,
};
