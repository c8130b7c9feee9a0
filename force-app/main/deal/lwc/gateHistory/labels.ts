import title from '@salesforce/label/c.MF_History_Title';
import empty from '@salesforce/label/c.MF_History_Empty';
import loading from '@salesforce/label/c.MF_History_Loading';
import change from '@salesforce/label/c.MF_History_Change';
import ungated from '@salesforce/label/c.MF_History_Ungated';
import more from '@salesforce/label/c.MF_History_More';
import retry from '@salesforce/label/c.MF_Gate_Retry';

/** The words of this component in the user's language. */
export const labels = { title, empty, loading, change, ungated, more, retry };
