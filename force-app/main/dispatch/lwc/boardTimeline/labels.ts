import absent from '@salesforce/label/c.MF_Board_Absent';
import cell from '@salesforce/label/c.MF_Board_Cell';
import choose from '@salesforce/label/c.MF_Board_Choose_Person';
import empty from '@salesforce/label/c.MF_Board_No_People';
import fit from '@salesforce/label/c.MF_Board_Fit';
import legendAway from '@salesforce/label/c.MF_Board_Legend_Away';
import legendBooked from '@salesforce/label/c.MF_Board_Legend_Booked';
import legendFree from '@salesforce/label/c.MF_Board_Legend_Free';
import legendProposed from '@salesforce/label/c.MF_Board_Legend_Proposed';
import legendWindow from '@salesforce/label/c.MF_Board_Legend_Window';
import level from '@salesforce/label/c.MF_Board_Level';
import loading from '@salesforce/label/c.MF_Board_Loading';
import people from '@salesforce/label/c.MF_Board_People';
import week from '@salesforce/label/c.MF_Board_Week';

/** The words of this component in the user's language. */
export const labels = {
  absent,
  cell,
  choose,
  empty,
  fit,
  legendAway,
  legendBooked,
  legendFree,
  legendProposed,
  legendWindow,
  level,
  loading,
  people,
  week,
};
