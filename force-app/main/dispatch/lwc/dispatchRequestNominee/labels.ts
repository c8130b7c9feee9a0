import hint from '@salesforce/label/c.MF_Nominee_Hint';

/** The words of this component in the user's language. */
export const labels = { hint };
