import { api, LightningElement } from 'lwc';
export default class Setup extends LightningElement {
    @api section = '';
    @api rest = '';
}
