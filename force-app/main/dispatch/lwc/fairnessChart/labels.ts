import failed from '@salesforce/label/c.MF_Trend_Chart_Failed';
import latest from '@salesforce/label/c.MF_Trend_Latest';

/** The words of this component in the user's language. */
export const labels = {
  failed,
  latest,
};
