const { setup } = require('@sa11y/jest');

setup();

// jsdom lays nothing out.
Element.prototype.scrollIntoView = () => undefined;

afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
});
