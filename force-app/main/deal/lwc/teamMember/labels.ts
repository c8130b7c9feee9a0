import person from '@salesforce/label/c.MF_Team_Person';
import save from '@salesforce/label/c.MF_Save';
import cancel from '@salesforce/label/c.MF_Cancel';

/** The words of this component in the user's language. */
export const labels = { person, save, cancel };
