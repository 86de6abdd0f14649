import { createElement } from 'lwc';
import App from 'shell/app';

const app = createElement('shell-app', { is: App });
document.getElementById('root')?.replaceChildren(app);
