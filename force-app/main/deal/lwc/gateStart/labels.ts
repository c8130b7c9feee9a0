import noType from '@salesforce/label/c.MF_Gate_No_Type';
import chooseType from '@salesforce/label/c.MF_Gate_Choose_Type';
import start from '@salesforce/label/c.MF_Gate_Start';

/** The words of this component in the user's language. */
export const labels = { noType, chooseType, start };
