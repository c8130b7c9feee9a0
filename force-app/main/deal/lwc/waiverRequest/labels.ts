import check from '@salesforce/label/c.MF_Waiver_Check';
import reason from '@salesforce/label/c.MF_Waiver_Reason';
import lastDay from '@salesforce/label/c.MF_Waiver_Last_Day';
import lastDayHelp from '@salesforce/label/c.MF_Waiver_Last_Day_Help';
import approver from '@salesforce/label/c.MF_Waiver_Approver';
import send from '@salesforce/label/c.MF_Waiver_Send';
import cancel from '@salesforce/label/c.MF_Cancel';

/** The words of this component in the user's language. */
export const labels = { check, reason, lastDay, lastDayHelp, approver, send, cancel };
