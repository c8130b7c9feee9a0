import grid from '@salesforce/label/c.MF_Matrix_Title';
import person from '@salesforce/label/c.MF_Matrix_Person';
import graded from '@salesforce/label/c.MF_Matrix_Graded';
import ungraded from '@salesforce/label/c.MF_Matrix_Ungraded';
import valid from '@salesforce/label/c.MF_Matrix_Valid';
import expired from '@salesforce/label/c.MF_Matrix_Expired';

/** The words of this component in the user's language. */
export const labels = {
  grid,
  person,
  graded,
  ungraded,
  valid,
  expired,
};
