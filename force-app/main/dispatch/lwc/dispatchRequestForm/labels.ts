import stepWhat from '@salesforce/label/c.MF_Request_Step_What';
import stepWho from '@salesforce/label/c.MF_Request_Step_Who';
import stepCheck from '@salesforce/label/c.MF_Request_Step_Check';
import choose from '@salesforce/label/c.MF_Request_Choose';
import saving from '@salesforce/label/c.MF_Request_Saving';
import restored from '@salesforce/label/c.MF_Request_Restored';
import kept from '@salesforce/label/c.MF_Request_Kept';
import close from '@salesforce/label/c.MF_Request_Close';
import back from '@salesforce/label/c.MF_Request_Back';
import next from '@salesforce/label/c.MF_Request_Next';
import submit from '@salesforce/label/c.MF_Request_Submit';

/** The words of this component in the user's language. */
export const labels = {
  stepWhat,
  stepWho,
  stepCheck,
  choose,
  saving,
  restored,
  kept,
  close,
  back,
  next,
  submit,
};
