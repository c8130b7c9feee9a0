import hours from '@salesforce/label/c.MF_Order_Hours';
import accept from '@salesforce/label/c.MF_Answer_Accept';
import decline from '@salesforce/label/c.MF_Answer_Decline';
import reason from '@salesforce/label/c.MF_Answer_Reason';
import send from '@salesforce/label/c.MF_Answer_Send';
import back from '@salesforce/label/c.MF_Order_Keep';

/** The words of this component in the user's language. */
export const labels = {
  hours,
  accept,
  decline,
  reason,
  send,
  back,
};
