import reason from '@salesforce/label/c.MF_Order_Reason';
import back from '@salesforce/label/c.MF_Order_Keep';

/** The words of this component in the user's language. */
export const labels = { reason, back };
