import start from '@salesforce/label/c.MF_Lead_Start';
import deliver from '@salesforce/label/c.MF_Lead_Deliver';
import name from '@salesforce/label/c.MF_Lead_Name';
import link from '@salesforce/label/c.MF_Lead_Link';
import send from '@salesforce/label/c.MF_Lead_Send';
import back from '@salesforce/label/c.MF_Order_Keep';

/** The words of this component in the user's language. */
export const labels = {
  start,
  deliver,
  name,
  link,
  send,
  back,
};
