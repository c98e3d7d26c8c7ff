### What a person reads when something goes wrong: title, body, one button. The codes are those of yui-protocol.


