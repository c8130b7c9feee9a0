import must from '@salesforce/label/c.MF_Gate_Must';
import mustNone from '@salesforce/label/c.MF_Gate_Must_None';
import points from '@salesforce/label/c.MF_Gate_Points';
import criteria from '@salesforce/label/c.MF_Gate_Criteria';
import closed from '@salesforce/label/c.MF_Gate_Closed';

/** The words of this component in the user's language. */
export const labels = { must, mustNone, points, criteria, closed };
