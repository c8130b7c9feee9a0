import order from '@salesforce/label/c.MF_Hours_Order';
import sum from '@salesforce/label/c.MF_Hours_Sum';
import hours from '@salesforce/label/c.MF_Order_Hours';
import cell from '@salesforce/label/c.MF_Hours_Cell';
import capacity from '@salesforce/label/c.MF_Hours_Capacity';
import confirmed from '@salesforce/label/c.MF_Hours_Confirmed';
import confirm from '@salesforce/label/c.MF_Hours_Confirm';
import confirmSoFar from '@salesforce/label/c.MF_Hours_Confirm_So_Far';
import change from '@salesforce/label/c.MF_Hours_Change';
import cleared from '@salesforce/label/c.MF_Hours_Cleared';
import done from '@salesforce/label/c.MF_Hours_Done';
import ahead from '@salesforce/label/c.MF_Hours_Ahead';

/** The words of this component in the user's language. */
export const labels = {
  order,
  sum,
  hours,
  cell,
  capacity,
  confirmed,
  confirm,
  confirmSoFar,
  change,
  cleared,
  done,
  ahead,
};
