import cancel from '@salesforce/label/c.MF_Cancel';
import reason from '@salesforce/label/c.MF_Board_Reason';

/** The words of this component in the user's language. */
export const labels = {
  cancel,
  reason,
};
