import choose from '@salesforce/label/c.MF_Request_Choose';
import orderNumber from '@salesforce/label/c.MF_Check_Order_Number';

/** The words of this component in the user's language. */
export const labels = { choose, orderNumber };
